import { withTenant } from '@slipstream/db';
import { reviewAskingMail } from '@slipstream/email';
import { isBeingFilledIn } from '@slipstream/programme';
import type { Runtime } from '../context.ts';
import { deliverToEach } from './deliver.ts';
import { pathFor } from './link.ts';
import { recipientsOf } from './recipients.ts';
import { otherParty } from './request-mail.ts';

/**
 * Job `send-review-asking`: tells the reviewer who was asked, in their language, with the link to the preview. Who is
 * reviewer no longer is not told, nor anybody of an answer that was sent meanwhile.
 */
export async function sendReviewAsking(
  runtime: Runtime,
  job: { readonly id: string; readonly organizationId: string; readonly askingId: string },
): Promise<void> {
  const { organizationId } = job;
  const mails = await withTenant(runtime.database, { organizationId, userId: null }, async (tx) => {
    const asking = await tx.reviewAsking.findUnique({
      where: { organizationId_id: { organizationId, id: job.askingId } },
      include: { request: true },
    });
    if (!asking) return [];
    const { request, reviewerId, askedById } = asking;
    if (!isBeingFilledIn(request.state) || request.reviewerId !== reviewerId) return [];
    const members = await tx.membership.findMany({
      where: { organizationId, userId: { in: askedById ? [askedById, reviewerId] : [reviewerId] } },
      select: { userId: true, user: { select: { name: true } } },
    });
    if (!members.some(({ userId }) => userId === reviewerId)) return [];
    const by = members.find(({ userId }) => userId === askedById)?.user.name ?? null;
    const nameIn = await otherParty(tx, organizationId, request);
    const dueDate = request.dueDate?.toISOString().slice(0, 10) ?? null;
    const link = runtime.publicUrl + pathFor(organizationId, `/inbox/${request.id}/preview`);
    const people = await recipientsOf(tx, organizationId, [reviewerId]);
    return people.map(({ userId, email, language }) => ({
      userId,
      to: email,
      ...reviewAskingMail(language, { by, customer: nameIn(language), dueDate, link }),
    }));
  });
  await deliverToEach(runtime, job.id, mails);
}
