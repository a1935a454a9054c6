import { router } from './procedure.ts';
import { drawingRouter } from './routers/drawing.ts';
import { factorRouter } from './routers/factor.ts';
import { newsRouter } from './routers/news.ts';
import { pageRouter } from './routers/page.ts';
import { productFootprintRouter } from './routers/product-footprint.ts';

/** What a page calls after it has loaded; each procedure is one verb of the services, or follows what verbs read. */
export const appRouter = router({
  drawing: drawingRouter,
  factor: factorRouter,
  news: newsRouter,
  page: pageRouter,
  productFootprint: productFootprintRouter,
});
export type AppRouter = typeof appRouter;
