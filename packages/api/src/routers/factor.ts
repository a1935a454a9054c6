import { searchFactors } from '@slipstream/services';
import { z } from 'zod';
import { procedure, router } from '../procedure.ts';

export const factorRouter = router({
  search: procedure
    .input(z.strictObject({ query: z.string().max(200) }))
    .query(({ input }) => searchFactors(input.query)),
});
