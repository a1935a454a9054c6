import { withTenant } from '@slipstream/db';
import { allianceInvitationMail } from '@slipstream/email';
import type { Runtime } from '../context.ts';
import { deliverToEach } from './deliver.ts';
import { pathFor } from './link.ts';
import { recipientsOf } from './recipients.ts';

/**
 * Job `send-alliance-invitation`: tells those who decide for an organization that an association asks it into an
 * alliance. One that has answered meanwhile is left alone.
 */
export async function sendAllianceInvitation(
  runtime: Runtime,
  job: {
    readonly id: string;
    readonly organizationId: string;
    readonly associationId: string;
    readonly allianceId: string;
  },
): Promise<void> {
  const { organizationId: memberId, associationId, allianceId } = job;
  const mails = await withTenant(runtime.database, { organizationId: memberId, userId: null }, async (tx) => {
    const asked = await tx.allianceMember.findFirst({
      where: { associationId, allianceId, memberId, joinedAt: null, leftAt: null },
      include: {
        alliance: { select: { name: true, organization: { select: { name: true, nameEnglish: true } } } },
      },
    });
    if (!asked) return [];
    const { name: alliance, organization } = asked.alliance;
    const people = await recipientsOf(tx, memberId, []);
    return people.map(({ userId, email, language }) => ({
      userId,
      to: email,
      ...allianceInvitationMail(language, {
        from: (language === 'en' && organization.nameEnglish) || organization.name,
        alliance,
        link: runtime.publicUrl + pathFor(memberId, '/memberships'),
      }),
    }));
  });
  await deliverToEach(runtime, job.id, mails);
}
