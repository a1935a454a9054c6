import { Button, Group, Text } from '@mantine/core';
import { joinAlliance, leaveAlliance, listMemberships, type OwnMembership } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Form, useNavigation } from 'react-router';
import { z } from 'zod';
import { membershipTone } from '../alliance/membership-tone.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { RefusalAlert } from '../components/refusal-alert.tsx';
import { StateTag } from '../components/state-tag.tsx';
import { refusal, requireContext } from '../door.ts';
import { useDate } from '../i18n/use-date.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { Route } from './+types/memberships';

const form = z.object({ intent: z.enum(['join', 'leave']), allianceId: z.uuid() });

export async function loader({ context, request }: Route.LoaderArgs) {
  const ctx = requireContext(context, request);
  const { userId, roles } = ctx.actor;
  return {
    memberships: await listMemberships(ctx),
    decides: userId === null || roles.includes('owner') || roles.includes('manager'),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const ctx = requireContext(context, request);
  const { intent, allianceId } = form.parse(Object.fromEntries(await request.formData()));
  try {
    await (intent === 'join' ? joinAlliance : leaveAlliance)(ctx, { allianceId });
    return null;
  } catch (error) {
    return refusal(error);
  }
}

export default function Memberships({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('alliance');
  const { memberships, decides } = loaderData;
  return (
    <>
      <PageHeader title={t('memberships.title')} about={t('memberships.about')} />
      <RefusalAlert refused={actionData?.refused} />
      {memberships.length === 0 ? (
        <EmptyState title={t('memberships.empty')} detail={t('memberships.emptyDetail')} />
      ) : (
        <Panels>
          {memberships.map((membership) => (
            <Panel key={membership.allianceId} title={membership.alliance} span={6}>
              <Membership membership={membership} decides={decides} />
            </Panel>
          ))}
        </Panels>
      )}
    </>
  );
}

/** One alliance: who runs it, how we stand with it, and our own yes or no. */
function Membership({ membership, decides }: { membership: OwnMembership; decides: boolean }) {
  const { t } = useTranslation('alliance');
  const language = useLanguage();
  const dateOf = useDate();
  const busy = useNavigation().state !== 'idle';
  const { allianceId, association, associationEnglish, state, since } = membership;
  const name = (language === 'en' && associationEnglish) || association;
  return (
    <>
      <Group gap={8} mb="sm">
        <StateTag tone={membershipTone[state]}>{t(`memberList.state.${state}`)}</StateTag>
        <Text size="sm" c="dimmed">
          {t('memberships.since', { name, date: dateOf(since) })}
        </Text>
      </Group>
      <Text size="sm" mb="md">
        {t(`memberships.means.${state}`, { name })}
      </Text>
      {decides && (state === 'invited' || state === 'joined') && (
        <Form method="post">
          <input type="hidden" name="allianceId" value={allianceId} />
          <Group gap="sm">
            {state === 'invited' && (
              <Button type="submit" name="intent" value="join" loading={busy}>
                {t('memberships.join')}
              </Button>
            )}
            <Button type="submit" name="intent" value="leave" variant="default" disabled={busy}>
              {t(state === 'invited' ? 'memberships.decline' : 'memberships.leave')}
            </Button>
          </Group>
        </Form>
      )}
    </>
  );
}
