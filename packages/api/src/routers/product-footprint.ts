import { readFootprintHolders, readFootprintLines, readOpenInputs } from '@slipstream/services';
import { z } from 'zod';
import { procedure, router } from '../procedure.ts';

const offset = z.int().nonnegative().max(1_000_000);
const calculationId = z.uuid();

/** Of a calculation what its page did not bring: it never changes, so that portions of it fit together. */
export const productFootprintRouter = router({
  holders: procedure
    .input(z.strictObject({ calculationId, offset }))
    .query(({ ctx: { ctx }, input }) => readFootprintHolders(ctx, input)),
  lines: procedure
    .input(z.strictObject({ calculationId, offset, holder: z.string().max(200) }))
    .query(({ ctx: { ctx }, input }) => readFootprintLines(ctx, input)),
  openInputs: procedure
    .input(z.strictObject({ calculationId, offset }))
    .query(({ ctx: { ctx }, input }) => readOpenInputs(ctx, input)),
});
