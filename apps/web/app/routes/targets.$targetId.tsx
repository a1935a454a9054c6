import { Alert, Button, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type FollowedTarget, readTarget, reportYear, setReductionTarget } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { data, Form, useNavigation } from 'react-router';
import { z } from 'zod';
import { HeroFigure } from '../components/hero-figure.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { RefusalAlert } from '../components/refusal-alert.tsx';
import { useFieldErrors } from '../components/use-field-errors.ts';
import { found, type Refusal, refusal, requireContext } from '../door.ts';
import { formatAmount, formatYear } from '../i18n/format.ts';
import { useCalendar } from '../i18n/use-calendar.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { TargetChart } from '../targets/progress-charts.tsx';
import { targetSide } from '../targets/side.ts';
import { FieldUnit, TargetFields, targetEntry, targetHorizon } from '../targets/target-fields.tsx';
import { TargetStatusTag } from '../targets/target-status.tsx';
import type { Route } from './+types/targets.$targetId';
import classes from './targets.module.css';

const typed = z.string().max(200);
const form = z.discriminatedUnion('intent', [
  targetEntry.extend({ intent: z.literal('change'), partnerId: z.uuid(), horizon: targetHorizon }),
  z.object({
    intent: z.literal('report'),
    year: typed,
    tonnes: typed,
    methodChange: typed,
    note: z.string().max(2000),
  }),
]);

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const targetId = z.uuid().safeParse(params.targetId).data;
  if (!targetId) throw data(null, { status: 404 });
  const side = targetSide(context, request);
  return { side, target: await found(readTarget(requireContext(context, request), { targetId })) };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const ctx = requireContext(context, request);
  const input = form.parse(Object.fromEntries(await request.formData()));
  try {
    if (input.intent === 'change') {
      const { intent, partnerId, horizon, ...entry } = input;
      await setReductionTarget(ctx, { partnerId, horizon, entry });
      return { done: intent };
    }
    const { intent, note, ...entry } = input;
    await reportYear(ctx, { targetId: z.uuid().parse(params.targetId), entry, note });
    return { done: intent };
  } catch (error) {
    return refusal(error);
  }
}

export default function Target({ loaderData, actionData }: Route.ComponentProps) {
  const { side, target } = loaderData;
  const { t } = useTranslation(['targets', 'terms']);
  const language = useLanguage();
  const calendar = useCalendar();
  const year = (value: number) => formatYear(value, language, calendar);
  const done = actionData && 'done' in actionData ? actionData.done : undefined;
  const refused = actionData && 'refused' in actionData ? actionData.refused : undefined;
  const isYearField = refused?.findings.some(({ path }) => yearFields.includes(String(path[0])));
  const { projection } = target.track;
  return (
    <>
      <PageHeader
        title={target.partnerName}
        about={
          <>
            {t(`terms:targetHorizon.${target.horizon}`)} ·{' '}
            {t('table.promiseText', {
              base: year(target.baseYear),
              target: year(target.targetYear),
              percent: target.reductionPercent,
            })}{' '}
            <TargetStatusTag status={target.track.status} />
          </>
        }
        trail={[{ label: t('title'), to: '/targets' }]}
      />
      <Panels>
        {target.latest && (
          <Panel title={year(target.latest.year)} span={4}>
            <HeroFigure value={target.latest.cutTonnes} unit={t('totals.cut')}>
              <Text size="sm" c="dimmed" mt="sm">
                {t('table.cutOfPromised', { promised: formatAmount(target.latest.promisedTonnes, language) })}{' '}
                t CO₂e
              </Text>
              {projection && target.track.status !== 'achieved' && target.track.status !== 'missed' && (
                <Text size="sm" mt="sm">
                  {t(projection.reachesTarget ? 'projection.reaches' : 'projection.misses', {
                    year: year(target.targetYear),
                    percent: formatAmount(projection.reductionPercent, language),
                    promised: target.reductionPercent,
                  })}
                </Text>
              )}
            </HeroFigure>
          </Panel>
        )}
        <Panel span={target.latest ? 8 : 12}>
          <TargetChart target={target} />
        </Panel>
        {target.latest && (
          <Panel title={t('years.title')}>
            <YearTable target={target} />
          </Panel>
        )}
        {side === 'supplier' && (
          <Panel title={t('form.reportTitle')} span={6}>
            <ReportForm reported={done === 'report'} refused={isYearField ? refused : undefined} />
          </Panel>
        )}
        <Panel title={t('form.changeTitle')} span={6}>
          <ChangeForm
            target={target}
            changed={done === 'change'}
            refused={isYearField ? undefined : refused}
          />
        </Panel>
      </Panels>
    </>
  );
}

const yearFields = ['year', 'tonnes', 'methodChange'];

function YearTable({ target }: { target: FollowedTarget }) {
  const { t } = useTranslation(['targets', 'terms']);
  const language = useLanguage();
  const calendar = useCalendar();
  const columns = ['allowed', 'reported', 'cut', 'methodChange'] as const;
  const years = target.track.years.filter(({ actual }) => actual !== null);
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('years.year')}</th>
          {columns.map((column) => (
            <th key={column} scope="col" className={classes.number}>
              {t(`years.${column}`)}
            </th>
          ))}
          <th scope="col">{t('years.status')}</th>
        </tr>
      </thead>
      <tbody>
        {years.map(({ year, allowedTonnes, actual, status }) => {
          const figures = {
            allowed: allowedTonnes,
            reported: actual?.reportedTonnes,
            cut: actual?.operationalCutTonnes,
            methodChange: actual?.methodChangeTonnes,
          };
          return (
            <tr key={year}>
              <th scope="row">{formatYear(year, language, calendar)}</th>
              {columns.map((column) => (
                <td key={column} data-label={t(`years.${column}`)} className={classes.number}>
                  {formatAmount(figures[column] ?? 0, language)}
                </td>
              ))}
              <td data-label={t('years.status')}>
                <TargetStatusTag status={status} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function ReportForm({ reported, refused }: { reported: boolean; refused: Refusal | undefined }) {
  const { t } = useTranslation(['targets', 'terms']);
  const busy = useNavigation().state !== 'idle';
  const errorOf = useFieldErrors(refused);
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="report" />
      <Stack>
        {reported && (
          <Alert color="teal" role="status">
            {t('form.reported')}
          </Alert>
        )}
        <RefusalAlert refused={refused && { ...refused, findings: [] }} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} style={{ alignItems: 'end' }}>
          <TextInput
            name="year"
            label={t('form.year')}
            description={t('form.yearHint')}
            error={errorOf('year')}
            required
          />
          <TextInput
            name="tonnes"
            label={t('form.tonnes')}
            inputMode="decimal"
            error={errorOf('tonnes')}
            rightSection={<FieldUnit>t CO₂e</FieldUnit>}
            rightSectionWidth={64}
            required
          />
        </SimpleGrid>
        <TextInput
          name="methodChange"
          label={t('form.methodChange')}
          description={t('form.methodChangeHint')}
          error={errorOf('methodChange')}
          rightSection={<FieldUnit>t CO₂e</FieldUnit>}
          rightSectionWidth={64}
        />
        <Textarea name="note" label={t('form.note')} autosize minRows={2} maxLength={2000} />
        <Button type="submit" loading={busy} style={{ alignSelf: 'flex-start' }}>
          {t('form.report')}
        </Button>
      </Stack>
    </Form>
  );
}

function ChangeForm({
  target,
  changed,
  refused,
}: {
  target: FollowedTarget;
  changed: boolean;
  refused: Refusal | undefined;
}) {
  const { t } = useTranslation(['targets', 'terms']);
  const busy = useNavigation().state !== 'idle';
  const errorOf = useFieldErrors(refused);
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="change" />
      <input type="hidden" name="partnerId" value={target.partnerId} />
      <Stack>
        {changed && (
          <Alert color="teal" role="status">
            {t('form.changed')}
          </Alert>
        )}
        <RefusalAlert refused={refused && { ...refused, findings: refused.findings.filter(notAField) }} />
        <TargetFields present={target} errorOf={errorOf} />
        <Button type="submit" variant="default" loading={busy} style={{ alignSelf: 'flex-start' }}>
          {t('form.save')}
        </Button>
      </Stack>
    </Form>
  );
}

/** A finding that no field of the change form shows, e.g. a reported year the new base year would orphan. */
function notAField({ path }: Refusal['findings'][number]): boolean {
  return !['baseYear', 'targetYear', 'reductionPercent', 'baseTonnes'].includes(String(path[0]));
}
