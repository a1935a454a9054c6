import { Button, Modal, Stack, Text } from '@mantine/core';
import { listShares, withdrawShare } from '@slipstream/services';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, useNavigation } from 'react-router';
import { z } from 'zod';
import { EmptyState } from '../components/empty-state.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { RefusalAlert } from '../components/refusal-alert.tsx';
import { StateTag } from '../components/state-tag.tsx';
import { refusal, requireContext } from '../door.ts';
import { formatAmount } from '../i18n/format.ts';
import { useDate } from '../i18n/use-date.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useUnitText } from '../i18n/use-unit-text.ts';
import classes from '../supplier/sharing.module.css';
import type { Route } from './+types/sharing';

const form = z.object({ shareId: z.uuid() });

export async function loader({ context, request }: Route.LoaderArgs) {
  return { shares: await listShares(requireContext(context, request)) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const ctx = requireContext(context, request);
  try {
    await withdrawShare(ctx, form.parse(Object.fromEntries(await request.formData())));
    return null;
  } catch (error) {
    return refusal(error);
  }
}

type Share = Route.ComponentProps['loaderData']['shares'][number];

export default function Sharing({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('supplier');
  const { shares } = loaderData;
  return (
    <>
      <PageHeader title={t('sharing.title')} about={t('sharing.about')} />
      <RefusalAlert refused={actionData?.refused} />
      {shares.length === 0 ? (
        <EmptyState
          title={t('sharing.empty')}
          detail={t('sharing.emptyDetail')}
          action={<LinkButton to="/inbox">{t('sharing.toInbox')}</LinkButton>}
        />
      ) : (
        <Panels>
          {shares.map((share) => (
            <Panel key={share.id} span={6}>
              <SharePanel share={share} />
            </Panel>
          ))}
        </Panels>
      )}
    </>
  );
}

function SharePanel({ share }: { share: Share }) {
  const { t } = useTranslation(['supplier', 'terms', 'common']);
  const language = useLanguage();
  const dateOf = useDate();
  const unitText = useUnitText();
  const [isAsking, setAsking] = useState(false);
  const busy = useNavigation().state !== 'idle';
  const name = (language === 'en' && share.recipientEnglish) || share.recipient;
  const [last] = share.accesses;
  return (
    <>
      <div className={classes.head}>
        <div>
          <h2>{name}</h2>
          <Text size="sm" c="dimmed">
            {share.item}
          </Text>
        </div>
        <StateTag tone={share.standing === 'inForce' ? 'ours' : 'quiet'}>
          {t(`supplier:sharing.${share.standing}`)}
        </StateTag>
      </div>
      <p className={classes.figure}>
        {formatAmount(share.kgCO2e, language)}{' '}
        <span>{t('supplier:result.unit', { unit: unitText(share.declaredUnit) })}</span>
      </p>
      <Text size="sm">
        {t(`terms:confidentiality.${share.level}`)} ·{' '}
        {share.endedAt
          ? t('supplier:sharing.until', { from: dateOf(share.since), to: dateOf(share.endedAt) })
          : t('supplier:sharing.since', { date: dateOf(share.since) })}
      </Text>
      <Text size="sm" c="dimmed">
        {share.looks === 0
          ? t('supplier:sharing.neverLooked')
          : t('supplier:sharing.looks', { count: share.looks })}
        {last && ` · ${t('supplier:sharing.lastLooked', { date: dateOf(last.at) })}`}
      </Text>
      {share.accesses.length > 0 && (
        <details className={classes.log}>
          <summary>{t('supplier:sharing.log')}</summary>
          <ul>
            {share.accesses.map((look) => (
              <li key={look.at}>
                {dateOf(look.at)} · {name} ·{' '}
                {t(`supplier:sharing.purpose.${look.purpose === 'request' ? 'request' : 'other'}`)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {share.standing === 'inForce' && (
        <>
          <Button variant="default" mt={14} onClick={() => setAsking(true)}>
            {t('supplier:sharing.withdraw')}
          </Button>
          <Modal
            opened={isAsking}
            onClose={() => setAsking(false)}
            title={t('supplier:sharing.withdrawTitle', { name })}
            closeButtonProps={{ 'aria-label': t('common:actions.close') }}
            centered
          >
            <Form method="post" onSubmit={() => setAsking(false)}>
              <input type="hidden" name="shareId" value={share.id} />
              <Stack>
                <Text size="sm">{t('supplier:sharing.withdrawDetail', { name, item: share.item })}</Text>
                <Button type="submit" color="red" loading={busy}>
                  {t('supplier:sharing.withdrawAction')}
                </Button>
              </Stack>
            </Form>
          </Modal>
        </>
      )}
    </>
  );
}
