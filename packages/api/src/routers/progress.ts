import {
  countStaleFootprints,
  isImportSettled,
  readFootprintProgress,
  readImportProgress,
  readReleaseProgress,
} from '@slipstream/services';
import { z } from 'zod';
import { follow } from '../follow.ts';
import { procedure, router } from '../procedure.ts';

const anImport = z.strictObject({ id: z.uuid() });

/** A bill of materials from its arrival until its footprints are there. */
export const importRouter = router({
  progress: procedure.input(anImport).subscription(({ ctx, input, signal }) =>
    follow(ctx, signal, {
      read: (caller) => readImportProgress(caller, { ...input, kind: 'billOfMaterials' }),
      isSettled: isImportSettled,
    }),
  ),
});

/** An uploaded inventory sheet until it has been read. */
export const inventorySheetRouter = router({
  progress: procedure.input(anImport).subscription(({ ctx, input, signal }) =>
    follow(ctx, signal, {
      read: (caller) => readImportProgress(caller, { ...input, kind: 'inventorySheet' }),
      isSettled: isImportSettled,
    }),
  ),
});

/** Footprints that wait for their calculation: of one product, or how many of all. */
export const productFootprintRouter = router({
  progress: procedure.input(z.strictObject({ productId: z.uuid() })).subscription(({ ctx, input, signal }) =>
    follow(ctx, signal, {
      read: (caller) => readFootprintProgress(caller, input),
      isSettled: ({ isStale }) => !isStale,
    }),
  ),
  countStale: procedure.subscription(({ ctx, signal }) =>
    follow(ctx, signal, { read: countStaleFootprints, isSettled: (stale) => stale === 0 }),
  ),
});

/** A release of an alliance's totals until its job has run. */
export const allianceReleaseRouter = router({
  progress: procedure.input(z.strictObject({ jobId: z.uuid() })).subscription(({ ctx, input, signal }) =>
    follow(ctx, signal, {
      read: (caller) => readReleaseProgress(caller, input),
      isSettled: ({ isDone }) => isDone,
    }),
  ),
});
