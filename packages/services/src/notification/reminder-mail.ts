import { withTenant } from '@slipstream/db';
import { reminderMail } from '@slipstream/email';
import { isWaitingForSupplier } from '@slipstream/programme';
import { dayInTaiwan, dayNumber } from '@slipstream/quantity';
import type { Runtime } from '../context.ts';
import { deliverToEach } from './deliver.ts';
import { pathFor } from './link.ts';
import { recipientsOf } from './recipients.ts';
import { otherParty } from './request-mail.ts';

/**
 * Job `send-reminder`: reminds whoever fills in and reviews, or decides where nobody is named yet, each in their
 * language. A request that no longer waits for the supplier is left alone.
 */
export async function sendReminder(
  runtime: Runtime,
  job: {
    readonly id: string;
    readonly organizationId: string;
    readonly requestId: string;
    readonly reminderId: string;
  },
): Promise<void> {
  const { organizationId, requestId } = job;
  const today = dayInTaiwan(runtime.clock().toISOString());
  const mails = await withTenant(runtime.database, { organizationId, userId: null }, async (tx) => {
    const reminder = await tx.requestReminder.findFirst({
      where: { id: job.reminderId, requestId },
      include: { request: true },
    });
    const request = reminder?.request;
    if (!request?.dueDate || !isWaitingForSupplier(request.state)) return [];
    const dueDate = request.dueDate.toISOString().slice(0, 10);
    const daysLate = dayNumber(today) - dayNumber(dueDate);
    const nameIn = await otherParty(tx, organizationId, request);
    const link = runtime.publicUrl + pathFor(organizationId, `/inbox/${request.id}`);
    const people = await recipientsOf(tx, organizationId, [request.fillerId, request.reviewerId]);
    return people.map(({ userId, email, language }) => ({
      userId,
      to: email,
      ...reminderMail(language, { from: nameIn(language), dueDate, daysLate, link }),
    }));
  });
  await deliverToEach(runtime, job.id, mails);
}
