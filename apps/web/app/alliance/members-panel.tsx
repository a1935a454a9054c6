import { Button, Text } from '@mantine/core';
import type { AllianceMemberRow } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { Panel } from '../components/panel.tsx';
import { StateTag } from '../components/state-tag.tsx';
import { useDate } from '../i18n/use-date.ts';
import classes from '../requests/table.module.css';
import { membershipTone } from './membership-tone.ts';

interface MembersPanelProps {
  readonly allianceId: string;
  readonly members: readonly AllianceMemberRow[];
}

/** Who was asked into the alliance and how each stands, with the way to ask again. Never what a member does. */
export function MembersPanel({ allianceId, members }: MembersPanelProps) {
  const { t } = useTranslation(['alliance', 'shell']);
  const dateOf = useDate();
  if (members.length === 0) return null;
  return (
    <Panel title={t('alliance:memberList.title')}>
      <Text size="sm" c="dimmed" mb="md">
        {t('alliance:memberList.about')}
      </Text>
      <table className={`${classes.table} ${classes.stacked}`} aria-label={t('alliance:memberList.title')}>
        <thead>
          <tr>
            <th scope="col">{t('alliance:memberList.name')}</th>
            <th scope="col">{t('alliance:memberList.kind')}</th>
            <th scope="col">{t('alliance:memberList.standing')}</th>
            <th scope="col">{t('alliance:memberList.since')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('alliance:memberList.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.memberId}>
              <th scope="row">
                {member.name}
                {member.invitation && <span className={classes.small}>{member.invitation.email}</span>}
              </th>
              <td data-label={t('alliance:memberList.kind')}>
                {t(`shell:organization.kind.${member.role === 'leadFirm' ? 'leadFirm' : 'supplier'}`)}
              </td>
              <td data-label={t('alliance:memberList.standing')}>
                <StateTag tone={membershipTone[member.state]}>
                  {t(`alliance:memberList.state.${member.state}`)}
                </StateTag>
              </td>
              <td data-label={t('alliance:memberList.since')}>{dateOf(member.since)}</td>
              <td>
                <AskAgain allianceId={allianceId} member={member} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

/** Mails an unopened invitation again, or asks who declined or left once more. */
function AskAgain({
  allianceId,
  member,
}: {
  readonly allianceId: string;
  readonly member: AllianceMemberRow;
}) {
  const { t } = useTranslation('alliance');
  const { memberId, name, role, state, invitation } = member;
  const isGone = state === 'declined' || state === 'left';
  if (!isGone && !invitation) return null;
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value={invitation ? 'resend' : 'askAgain'} />
      <input type="hidden" name="allianceId" value={allianceId} />
      {invitation ? (
        <input type="hidden" name="invitationId" value={invitation.id} />
      ) : (
        <>
          <input type="hidden" name="memberId" value={memberId} />
          <input type="hidden" name="role" value={role} />
        </>
      )}
      <Button
        type="submit"
        variant="default"
        size="xs"
        aria-label={t(invitation ? 'memberList.resendTo' : 'memberList.askAgainOf', { name })}
      >
        {t(invitation ? 'memberList.resend' : 'memberList.askAgain')}
      </Button>
    </Form>
  );
}
