import { Button, SegmentedControl, Stack, Text } from '@mantine/core';
import { askReview, previewShare, submitRequest } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Form, redirect, useNavigation, useSearchParams } from 'react-router';
import { z } from 'zod';
import { LinkButton } from '../components/link-button.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { RefusalAlert } from '../components/refusal-alert.tsx';
import { found, refusal, requireContext } from '../door.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { AnswerPane } from '../supplier/answer-pane.tsx';
import { AskReview } from '../supplier/ask-review.tsx';
import classes from '../supplier/preview.module.css';
import type { Route } from './+types/inbox.preview';

const levels = z.enum(['footprintOnly', 'stageTotals', 'full']);
const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('submit'), version: z.coerce.number().int(), level: levels }),
  z.object({ intent: z.literal('askReview') }),
]);

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const ctx = requireContext(context, request);
  const level = levels.safeParse(new URL(request.url).searchParams.get('level')).data;
  const { request: received, ...preview } = await found(
    previewShare(ctx, { requestId: params.id, ...(level && { level }) }),
  );
  if (!['sent', 'accepted', 'inProgress'].includes(received.state)) throw redirect(`/inbox/${params.id}`);
  return { request: received, preview };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const ctx = requireContext(context, request);
  const input = form.parse(Object.fromEntries(await request.formData()));
  try {
    if (input.intent === 'askReview') {
      await askReview(ctx, { requestId: params.id });
      return null;
    }
    await submitRequest(ctx, { requestId: params.id, ...input });
    return redirect(`/inbox/${params.id}`);
  } catch (error) {
    return refusal(error);
  }
}

export default function Preview({ loaderData, actionData }: Route.ComponentProps) {
  const { request, preview } = loaderData;
  const { t } = useTranslation(['supplier', 'terms']);
  const language = useLanguage();
  const [, setSearch] = useSearchParams();
  const busy = useNavigation().state === 'submitting';
  const name = (language === 'en' && request.askedByEnglish) || request.askedBy;
  const reviewer = request.members.find(({ userId }) => userId === request.reviewerId)?.name ?? '';
  const isComplete = preview.items.every(({ held, blockingChecks }) => held && blockingChecks === 0);
  return (
    <>
      <PageHeader
        trail={[
          { label: t('supplier:inbox.title'), to: '/inbox' },
          { label: request.items[0]?.name ?? '', to: `/inbox/${request.id}` },
        ]}
        title={t('supplier:preview.title')}
        about={t('supplier:preview.about', { name })}
      />
      {request.levelsOffered.length > 1 && (
        <div className={classes.levels}>
          <Text size="sm" fw={600} id="level">
            {t('supplier:preview.level')}
          </Text>
          <SegmentedControl
            aria-labelledby="level"
            value={preview.level}
            onChange={(level) => setSearch({ level }, { replace: true, preventScrollReset: true })}
            data={(['footprintOnly', 'stageTotals', 'full'] as const)
              .filter((level) => request.levelsOffered.includes(level))
              .map((level) => ({ value: level, label: t(`terms:confidentiality.${level}`) }))}
          />
        </div>
      )}
      <Panels>
        {preview.items.map((item) =>
          item.held && item.seen ? (
            <div key={item.id} className={classes.pair}>
              <Panel title={t('supplier:preview.held')}>
                <AnswerPane
                  name={item.name}
                  footprint={item.held.footprint}
                  stageTotals={item.held.stageTotals}
                  lines={item.held.lines}
                />
              </Panel>
              <Panel title={t('supplier:preview.seen', { name })}>
                <AnswerPane
                  name={item.name}
                  footprint={item.seen.footprint}
                  stageTotals={'stageTotals' in item.seen ? item.seen.stageTotals : []}
                  lines={'lines' in item.seen ? item.seen.lines : []}
                />
                <Text size="sm" c="dimmed" mt={14}>
                  {t('supplier:preview.hidden', {
                    what: [
                      ...(preview.level === 'footprintOnly' ? [t('supplier:preview.hiddenStages')] : []),
                      ...(preview.level === 'full' ? [] : [t('supplier:preview.hiddenLines')]),
                      t('supplier:preview.hiddenHeld'),
                    ].join(language === 'en' ? ', ' : '、'),
                  })}
                </Text>
              </Panel>
            </div>
          ) : (
            <Panel key={item.id} title={item.name}>
              <Stack align="flex-start">
                <Text>{t('supplier:preview.missing')}</Text>
                <LinkButton to={`/inbox/${request.id}`} variant="default">
                  {t('supplier:preview.answer')}
                </LinkButton>
              </Stack>
            </Panel>
          ),
        )}
        <Panel>
          <Stack align="flex-start">
            <RefusalAlert refused={actionData?.refused} />
            {request.state === 'sent' ? (
              <>
                <Text>{t('supplier:preview.acceptFirst')}</Text>
                <LinkButton to={`/inbox/${request.id}`}>{t('supplier:preview.toAccept')}</LinkButton>
              </>
            ) : request.reviewerId === request.me ? (
              <Form method="post">
                <input type="hidden" name="intent" value="submit" />
                <input type="hidden" name="version" value={request.version} />
                <input type="hidden" name="level" value={preview.level} />
                <Stack align="flex-start">
                  <Text size="sm" c="dimmed">
                    {t('supplier:preview.submitDetail', { name })}
                  </Text>
                  <Button type="submit" size="md" loading={busy} disabled={!isComplete}>
                    {t('supplier:preview.submit', { name })}
                  </Button>
                </Stack>
              </Form>
            ) : (
              <AskReview request={request} reviewer={reviewer} isComplete={isComplete} busy={busy} />
            )}
          </Stack>
        </Panel>
      </Panels>
    </>
  );
}
