import type { JobHandlers, JobName, JobPayload, JobRun } from '@slipstream/jobs';
import { completeMessage, giveUpImport, type Runtime, withoutValues } from '@slipstream/services';
import type { Handle } from './handler.ts';
import { handleImportBillOfMaterials } from './import-bill-of-materials.ts';
import { handlePublishAllianceRelease } from './publish-alliance-release.ts';
import { handleReadInventorySheet } from './read-inventory-sheet.ts';
import { handleRecalculateProductSystem } from './recalculate-product-system.ts';
import { handleRemindSuppliers } from './remind-suppliers.ts';
import { handleSendAllianceInvitation } from './send-alliance-invitation.ts';
import { handleSendInvitation } from './send-invitation.ts';
import { handleSendPasswordReset } from './send-password-reset.ts';
import { handleSendReminder } from './send-reminder.ts';
import { handleSendRequestMail } from './send-request-mail.ts';
import { handleSendReviewAsking } from './send-review-asking.ts';
import { handleSweep } from './sweep.ts';

/** Who handles which job of the catalog. */
const handlers: { readonly [Name in JobName]?: Handle<Name> } = {
  'read-inventory-sheet': handleReadInventorySheet,
  'import-bill-of-materials': handleImportBillOfMaterials,
  'recalculate-product-system': handleRecalculateProductSystem,
  'publish-alliance-release': handlePublishAllianceRelease,
  'send-invitation': handleSendInvitation,
  'send-password-reset': handleSendPasswordReset,
  'send-request-mail': handleSendRequestMail,
  'send-alliance-invitation': handleSendAllianceInvitation,
  'send-reminder': handleSendReminder,
  'send-review-asking': handleSendReviewAsking,
  'remind-suppliers': handleRemindSuppliers,
  sweep: handleSweep,
};

/** What is owed to those who wait for a job that failed for the last time. */
const afterLastFailure: {
  readonly [Name in JobName]?: (runtime: Runtime, payload: JobPayload<Name>) => Promise<void>;
} = {
  'import-bill-of-materials': giveUpImport,
  'read-inventory-sheet': giveUpImport,
};

/** The handlers as the queue calls them; a job that ran is noted, so that the outbox does not ask for it again. */
export function jobHandlers(runtime: Runtime): JobHandlers {
  const entries = Object.entries(handlers).map(([name, handle]) => [
    name,
    async (run: JobRun<JobName>) => {
      try {
        await (handle as Handle<JobName>)(runtime, run);
      } catch (error) {
        if (run.isLastAttempt) await giveUp(runtime, name as JobName, run, error);
        throw error;
      }
      await completeMessage(runtime.database, run.id, runtime.clock());
    },
  ]);
  return Object.fromEntries(entries);
}

/**
 * Does what is owed after the last failure. What failed first is told before: should this fail too, or the process end
 * meanwhile, nobody would know it otherwise.
 */
async function giveUp(runtime: Runtime, job: JobName, run: JobRun<JobName>, error: unknown): Promise<void> {
  const { id, attempt } = run;
  runtime.log.error({ job, id, attempt, error: withoutValues(error) }, 'A job failed for the last time');
  try {
    await afterLastFailure[job as keyof typeof afterLastFailure]?.(runtime, run.payload as never);
  } catch (second) {
    runtime.log.error({ job, id, attempt, error: withoutValues(second) }, 'A job could not be given up');
  }
  await run.announce();
}
