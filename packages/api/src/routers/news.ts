import { markAllNewsRead, markNewsRead, mostMarkedAtOnce } from '@slipstream/services';
import { z } from 'zod';
import { procedure, router } from '../procedure.ts';

export const newsRouter = router({
  markRead: procedure
    .input(z.strictObject({ ids: z.array(z.uuid()).min(1).max(mostMarkedAtOnce) }))
    .mutation(({ ctx: { ctx }, input }) => markNewsRead(ctx, input)),
  markAllRead: procedure
    .input(z.strictObject({ upTo: z.uuid() }))
    .mutation(({ ctx: { ctx }, input }) => markAllNewsRead(ctx, input)),
});
