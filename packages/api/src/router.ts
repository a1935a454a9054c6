import { router } from './procedure.ts';
import { drawingRouter } from './routers/drawing.ts';
import { factorRouter } from './routers/factor.ts';
import {
  allianceReleaseRouter,
  importRouter,
  inventorySheetRouter,
  productFootprintRouter,
} from './routers/progress.ts';

/** What a page calls after it has loaded; each procedure is one verb of the services. */
export const appRouter = router({
  allianceRelease: allianceReleaseRouter,
  drawing: drawingRouter,
  factor: factorRouter,
  import: importRouter,
  inventorySheet: inventorySheetRouter,
  productFootprint: productFootprintRouter,
});
export type AppRouter = typeof appRouter;
