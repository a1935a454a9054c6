import type { ProductSystemDraft } from '@slipstream/footprint';
import { getDrawing, saveDrawing } from '@slipstream/services';
import { z } from 'zod';
import { procedure, router } from '../procedure.ts';

const isObject = (value: unknown) => typeof value === 'object' && value !== null;

const input = z.strictObject({
  productId: z.uuid(),
  version: z.int().nonnegative(),
  // Their shape is `saveDrawing`'s to check, whoever sends them.
  draft: z.custom<ProductSystemDraft>(isObject),
  positions: z.custom<Readonly<Record<string, { readonly x: number; readonly y: number }>>>(isObject),
});

export const drawingRouter = router({
  read: procedure
    .input(z.strictObject({ productId: z.uuid() }))
    .query(({ ctx: { ctx }, input }) => getDrawing(ctx, input)),
  save: procedure.input(input).mutation(({ ctx: { ctx }, input }) => saveDrawing(ctx, input)),
});
