import { withTenant } from '@slipstream/db';
import type { Runtime } from '../context.ts';
import { endUnstored } from './end-unstored.ts';

/**
 * Ends an import whose job failed for the last time, so that nobody waits for it for ever: it is refused, with a finding
 * that says that the fault is ours. Nothing of its file was stored. One that has ended already stays as it is.
 */
export async function giveUpImport(
  runtime: Runtime,
  { organizationId, importBatchId }: { readonly organizationId: string; readonly importBatchId: string },
): Promise<void> {
  await withTenant(runtime.database, { organizationId, userId: null }, (tx) =>
    endUnstored(tx, { organizationId, importBatchId, code: 'import.failed', finishedAt: runtime.clock() }),
  );
}
