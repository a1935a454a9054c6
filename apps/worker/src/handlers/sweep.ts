import { forgetExpired, pruneOutbox, sweepStaleProductSystems } from '@slipstream/services';
import type { Handle } from './handler.ts';

/** Once a minute, in one worker: what was left undone or is no longer needed. */
export const handleSweep: Handle<'sweep'> = async (runtime) => {
  await sweepStaleProductSystems(runtime);
  await forgetExpired(runtime);
  await pruneOutbox(runtime.database, runtime.clock());
};
