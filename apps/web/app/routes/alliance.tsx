import { Alert, Button, Stack, Text, TextInput } from '@mantine/core';
import {
  type AllianceView,
  foundAlliance,
  listAlliances,
  requestAllianceRelease,
} from '@slipstream/services';
import type { EChartsOption } from 'echarts';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { data, Form, useNavigation } from 'react-router';
import { z } from 'zod';
import { Chart } from '../components/chart.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { HeroFigure } from '../components/hero-figure.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { RefusalAlert } from '../components/refusal-alert.tsx';
import { useFieldErrors } from '../components/use-field-errors.ts';
import { refusal, requireContext } from '../door.ts';
import { formatAmount, formatYear } from '../i18n/format.ts';
import { useCalendar } from '../i18n/use-calendar.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useProgress } from '../use-progress.ts';
import type { Route } from './+types/alliance';
import classes from './targets.module.css';

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('found'), name: z.string().trim().min(1).max(200) }),
  z.object({ intent: z.literal('release'), allianceId: z.uuid(), year: z.string().max(200) }),
]);

export async function loader({ context, request }: Route.LoaderArgs) {
  const ctx = requireContext(context, request);
  if (ctx.actor.organizationKind !== 'association') throw data(null, { status: 404 });
  return { alliances: await listAlliances(ctx) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const ctx = requireContext(context, request);
  const input = form.parse(Object.fromEntries(await request.formData()));
  try {
    if (input.intent === 'found') {
      await foundAlliance(ctx, input);
      return null;
    }
    return await requestAllianceRelease(ctx, input);
  } catch (error) {
    return refusal(error);
  }
}

export default function Alliance({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('alliance');
  const [alliance] = loaderData.alliances;
  const answered = actionData && 'jobId' in actionData ? actionData : undefined;
  // Looking again forgets the action's answer, so what was asked for is kept here.
  const [asked, setAsked] = useState<{ readonly jobId: string; readonly period: string }>();
  useEffect(() => {
    if (answered) setAsked(answered);
  }, [answered]);
  const refused = actionData && 'refused' in actionData ? actionData.refused : undefined;
  if (!alliance)
    return (
      <>
        <PageHeader title={t('title')} />
        <EmptyState title={t('empty.title')} detail={t('empty.detail')} action={<FoundForm />} />
      </>
    );
  return (
    <>
      <PageHeader
        title={alliance.name}
        about={t('about', { invited: alliance.invited, joined: alliance.joined })}
      />
      <Panels>
        <Releases alliance={alliance} />
        <Panel title={t('release.title')} span={6}>
          {/* A new form once the release is there, so that what was said about the last one goes. */}
          <ReleaseForm
            key={alliance.releases.length}
            allianceId={alliance.id}
            jobId={
              asked && alliance.releases.every(({ period }) => period !== asked.period) ? asked.jobId : null
            }
            refused={refused}
          />
        </Panel>
      </Panels>
    </>
  );
}

function FoundForm() {
  const { t } = useTranslation('alliance');
  const busy = useNavigation().state !== 'idle';
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="found" />
      <Stack>
        <TextInput name="name" label={t('empty.name')} maxLength={200} required />
        <Button type="submit" loading={busy}>
          {t('empty.action')}
        </Button>
      </Stack>
    </Form>
  );
}

/** The released totals, newest first; a hidden one says why. */
function Releases({ alliance }: { alliance: AllianceView }) {
  const { t } = useTranslation('alliance');
  const language = useLanguage();
  const calendar = useCalendar();
  const totals = alliance.releases.flatMap(({ period, cells }) => {
    const total = cells.find(({ dimension }) => dimension === null);
    return total ? { year: formatYear(Number(period), language, calendar), total } : [];
  });
  const published = totals.flatMap(({ year, total }) =>
    'values' in total ? { year, ...total.values, membersAtLeast: total.membersAtLeast } : [],
  );
  const [newest] = totals;
  if (!newest)
    return (
      <Panel>
        <EmptyState title={t('none.title')} detail={t('none.detail')} />
      </Panel>
    );
  const amount = (value: number | undefined) => (value === undefined ? '–' : formatAmount(value, language));
  return (
    <>
      <Panel title={t('latest', { year: newest.year })} span={published.length > 0 ? 4 : 12}>
        {'values' in newest.total ? (
          <HeroFigure value={newest.total.values.cutTonnes ?? 0} unit={t('unit')}>
            <Text size="sm" mt="sm">
              {t('promised', { promised: amount(newest.total.values.promisedTonnes) })}
            </Text>
            <Text size="sm" c="dimmed">
              {t('members', {
                count: newest.total.membersAtLeast,
                answered: amount(newest.total.values.answered),
              })}
            </Text>
          </HeroFigure>
        ) : (
          <Text>{t(`hidden.${newest.total.hidden}`)}</Text>
        )}
      </Panel>
      {published.length > 0 && (
        <Panel span={8}>
          <ReleaseChart years={published} />
        </Panel>
      )}
      <Panel title={t('table.title')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('table.year')}</th>
              {(['members', 'answered', 'promised', 'cut'] as const).map((column) => (
                <th key={column} scope="col" className={classes.number}>
                  {t(`table.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {totals.map(({ year, total }) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                {'values' in total ? (
                  <>
                    <td data-label={t('table.members')} className={classes.number}>
                      {t('table.atLeast', { count: total.membersAtLeast })}
                    </td>
                    <td data-label={t('table.answered')} className={classes.number}>
                      {amount(total.values.answered)}
                    </td>
                    <td data-label={t('table.promised')} className={classes.number}>
                      {amount(total.values.promisedTonnes)}
                    </td>
                    <td data-label={t('table.cut')} className={classes.number}>
                      {amount(total.values.cutTonnes)}
                    </td>
                  </>
                ) : (
                  <td colSpan={4}>{t(`hidden.${total.hidden}`)}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
    </>
  );
}

function ReleaseChart({
  years,
}: {
  years: readonly { readonly year: string; readonly promisedTonnes?: number; readonly cutTonnes?: number }[];
}) {
  const { t } = useTranslation('alliance');
  const rows = [...years].reverse();
  // biome-ignore lint/correctness/useExhaustiveDependencies: other years or another language draw anew
  const option = useCallback(
    (token: (name: string) => string): EChartsOption => ({
      grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
      legend: { top: 0, left: 0, itemWidth: 14, textStyle: { color: token('--ink') } },
      tooltip: { trigger: 'axis', backgroundColor: token('--panel'), textStyle: { color: token('--ink') } },
      xAxis: {
        type: 'category',
        data: rows.map(({ year }) => year),
        axisLabel: { color: token('--ink-muted') },
      },
      yAxis: {
        type: 'value',
        name: t('chart.unit'),
        nameTextStyle: { color: token('--ink-muted') },
        axisLabel: { color: token('--ink-muted') },
        splitLine: { lineStyle: { color: token('--line') } },
      },
      series: [
        {
          name: t('chart.promised'),
          type: 'bar',
          barMaxWidth: 26,
          data: rows.map(({ promisedTonnes }) => promisedTonnes ?? null),
          itemStyle: { color: 'transparent', borderColor: token('--ink-muted'), borderType: 'dashed' },
        },
        {
          name: t('chart.cut'),
          type: 'bar',
          barMaxWidth: 26,
          data: rows.map(({ cutTonnes }) => cutTonnes ?? null),
          color: token('--good'),
        },
      ],
    }),
    [years, t],
  );
  return (
    <Chart
      title={t('chart.title')}
      height={240}
      option={option}
      table={{
        columns: [t('chart.year'), t('chart.promised'), t('chart.cut')],
        rows: rows.map(({ year, promisedTonnes, cutTonnes }) => [
          year,
          promisedTonnes ?? null,
          cutTonnes ?? null,
        ]),
      }}
    />
  );
}

interface ReleaseFormProps {
  readonly allianceId: string;
  /** The job that makes the release asked for; null where none is awaited. */
  readonly jobId: string | null;
  readonly refused: Parameters<typeof RefusalAlert>[0]['refused'];
}

function ReleaseForm({ allianceId, jobId, refused }: ReleaseFormProps) {
  const { t } = useTranslation('alliance');
  const navigation = useNavigation();
  const errorOf = useFieldErrors(refused);
  useProgress(jobId, (api, listener) =>
    api.allianceRelease.progress.subscribe({ jobId: jobId ?? '' }, listener),
  );
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="release" />
      <input type="hidden" name="allianceId" value={allianceId} />
      <Stack maw={380}>
        {jobId !== null && (
          <Alert color="teal" role="status">
            {t('release.working')}
          </Alert>
        )}
        <RefusalAlert refused={refused && { ...refused, findings: [] }} />
        <TextInput
          name="year"
          label={t('release.year')}
          description={t('release.yearHint')}
          error={errorOf('year')}
          required
        />
        <Button type="submit" loading={navigation.state === 'submitting'} style={{ alignSelf: 'flex-start' }}>
          {t('release.action')}
        </Button>
      </Stack>
    </Form>
  );
}
