import { Alert, Button, Loader, NativeSelect, Text, TextInput } from '@mantine/core';
import { fixSheetBasics, fixSheetLine, openSheet } from '@slipstream/services';
import { IconDownload } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, useNavigation, useRevalidator } from 'react-router';
import { z } from 'zod';
import { LinkButton } from '../components/link-button.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { RefusalAlert } from '../components/refusal-alert.tsx';
import { found, refusal, requireContext } from '../door.ts';
import { formatAmount } from '../i18n/format.ts';
import { useFindingText } from '../i18n/use-finding-text.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from '../supplier/sheet.module.css';
import { SheetDrop } from '../supplier/sheet-drop.tsx';
import { useUnitText } from '../supplier/use-unit-text.ts';
import type { Route } from './+types/inbox.sheet';

const typed = z.string().max(500).optional();
const form = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('basics'),
    period: z.string().max(100),
    production: z.string().max(100),
    productionUnit: z.string().max(40),
    kgPerPiece: z.string().max(40).optional(),
  }),
  z.object({
    intent: z.enum(['fix', 'leaveOut']),
    line: z.coerce.number().int().optional(),
    findingId: z.uuid().optional(),
    name: typed,
    stage: typed,
    total: typed,
    unit: typed,
    factorValue: typed,
    factorUnit: typed,
    factorSource: typed,
  }),
]);

const everyMs = 500;
/** Forms on the page at once; more follow as these are mended. */
const shownAtOnce = 20;

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const ctx = requireContext(context, request);
  const itemId = new URL(request.url).searchParams.get('item') ?? undefined;
  return found(openSheet(ctx, { requestId: params.id, itemId }));
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const ctx = requireContext(context, request);
  const itemId = new URL(request.url).searchParams.get('item') ?? undefined;
  const input = form.parse(Object.fromEntries(await request.formData()));
  const place = { requestId: params.id, itemId };
  try {
    if (input.intent === 'basics') await fixSheetBasics(ctx, { ...place, ...input });
    else {
      const { intent, line, findingId, ...fix } = input;
      await fixSheetLine(ctx, {
        ...place,
        line: findingId ? { findingId } : { lineNumber: line ?? 0 },
        fix,
        leaveOut: intent === 'leaveOut',
      });
    }
    return null;
  } catch (error) {
    return refusal(error);
  }
}

type Page = Route.ComponentProps['loaderData'];
type Found = Page['findings'][number];

export default function Sheet({ loaderData: page, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('supplier');
  const language = useLanguage();
  const unitText = useUnitText();
  const { upload, sheet, item } = page;
  const isReading = upload?.state === 'received' || upload?.state === 'reading';
  useProgress(isReading);
  const errors = page.findings.filter(({ finding }) => finding.severity === 'error');
  const doubts = page.findings.filter(({ finding }) => finding.severity !== 'error');
  const isRefused = upload?.state === 'refused';
  const canChange = ['sent', 'accepted', 'inProgress'].includes(page.state) && !sheet?.isFrozen;
  return (
    <>
      <PageHeader
        trail={[
          { label: t('inbox.title'), to: '/inbox' },
          { label: item.name, to: `/inbox/${page.requestId}` },
        ]}
        title={t('sheet.title')}
        about={t('sheet.about', { item: item.name, unit: unitText(item.declaredUnit) })}
        actions={
          <Button
            component="a"
            href={`/inbox/${page.requestId}/sheet/template?item=${item.id}`}
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {t('sheet.template')}
          </Button>
        }
      />
      <Panels>
        <Panel>
          <RefusalAlert refused={actionData?.refused} />
          {isReading ? (
            <div className={classes.reading} role="status">
              <Loader size="sm" />
              <Text>{t('sheet.reading', { file: upload?.fileName ?? '' })}</Text>
            </div>
          ) : (
            <>
              {upload && !isRefused && errors.length === 0 && sheet?.kgCO2e != null && (
                <>
                  <Text size="sm" c="dimmed">
                    {t('sheet.readWell', { count: sheet.lines.length })} {t('sheet.total')}
                  </Text>
                  <p className={classes.total}>
                    {formatAmount(sheet.kgCO2e, language)}{' '}
                    <span>{t('result.unit', { unit: unitText(item.declaredUnit) })}</span>
                  </p>
                  <LinkButton to={`/inbox/${page.requestId}/preview`} mb={18}>
                    {t('sheet.toPreview')}
                  </LinkButton>
                </>
              )}
              {isRefused && (
                <Alert color="red" title={t('sheet.refused', { file: upload.fileName })} mb={14}>
                  {errors.map((one) => (
                    <FoundText key={one.id} found={one} />
                  ))}
                </Alert>
              )}
              {canChange ? (
                <>
                  <SheetDrop requestId={page.requestId} itemId={item.id} isAgain={upload !== null} />
                  {!upload && (
                    <Text size="sm" c="dimmed" mt={10}>
                      {t('sheet.templateHint')}
                    </Text>
                  )}
                </>
              ) : (
                <Text size="sm" c="dimmed">
                  {t('sheet.frozen')}
                </Text>
              )}
            </>
          )}
        </Panel>
        {!isReading && !isRefused && errors.length > 0 && (
          <Panel title={t('sheet.fixTitle')}>
            <Text size="sm" c="dimmed" mb={14}>
              {t('sheet.read', { count: sheet?.lines.length ?? 0, errors: errors.length })}
            </Text>
            <ul className={classes.findings}>
              {groupByPlace(errors)
                .slice(0, shownAtOnce)
                .map((group) => (
                  <Mend key={group[0]?.id} group={group} page={page} canChange={canChange} />
                ))}
            </ul>
            {groupByPlace(errors).length > shownAtOnce && (
              <Text size="sm" c="dimmed">
                {t('sheet.more', { count: groupByPlace(errors).length - shownAtOnce })}
              </Text>
            )}
          </Panel>
        )}
        {!isReading && sheet && sheet.lines.length > 0 && (
          <Panel title={t('sheet.lines')} span={6}>
            <Lines page={page} />
          </Panel>
        )}
        {!isReading && !isRefused && doubts.length > 0 && (
          <Panel title={t('sheet.questions')} span={6}>
            <ul className={classes.findings}>
              {doubts.slice(0, 50).map((one) => (
                <li key={one.id}>
                  <FoundText found={one} />
                </li>
              ))}
            </ul>
          </Panel>
        )}
      </Panels>
    </>
  );
}

/** Looks again twice a second for as long as the worker reads. */
function useProgress(isReading: boolean) {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isReading) return;
    const timer = setInterval(() => void revalidate(), everyMs);
    return () => clearInterval(timer);
  }, [isReading, revalidate]);
}

/** Everything found in one line, one row or the basics is mended in one form. */
function groupByPlace(errors: readonly Found[]): readonly (readonly Found[])[] {
  const groups = new Map<string, Found[]>();
  for (const one of errors) {
    const { line } = one.finding.values;
    const key = one.rejectedText !== null ? `row ${one.sheet} ${one.row}` : line ? `line ${line}` : 'basics';
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

function FoundText({ found: one }: { found: Found }) {
  const { t } = useTranslation('supplier');
  const textOf = useFindingText();
  const place =
    one.sheet === null || one.row === null
      ? null
      : one.column
        ? t('sheet.at', { sheet: one.sheet, cell: `${one.column}${one.row}` })
        : t('sheet.atRow', { sheet: one.sheet, row: one.row });
  return (
    <>
      {place && <div className={classes.place}>{place}</div>}
      <div className={classes.text} data-severity={one.finding.severity}>
        {textOf(one.finding)}
      </div>
    </>
  );
}

function Mend(props: { group: readonly Found[]; page: Page; canChange: boolean }) {
  const { group, page, canChange } = props;
  const { t } = useTranslation('supplier');
  const [first] = group;
  if (!first) return null;
  const isRow = first.rejectedText !== null;
  const lineNumber = Number(first.finding.values.line);
  const line = page.sheet?.lines.find((one) => one.lineNumber === lineNumber);
  const fields = new Set(group.map(({ finding }) => String(finding.values.field ?? '')));
  return (
    <li>
      {group.map((one) => (
        <FoundText key={one.id} found={one} />
      ))}
      {isRow && <div className={classes.place}>{t('sheet.rowText', { text: first.rejectedText ?? '' })}</div>}
      {canChange && (
        <Form method="post" className={classes.form} preventScrollReset>
          {isRow || line ? (
            <LineFields line={line} fields={isRow ? null : fields} findingId={isRow ? first.id : null} />
          ) : (
            <BasicFields
              page={page}
              asksPieceMass={group.some(({ finding }) => finding.code === 'answer.declaredUnitMismatch')}
            />
          )}
        </Form>
      )}
    </li>
  );
}

function Buttons({ intent, leaveOut }: { intent: string; leaveOut?: string }) {
  const { t } = useTranslation('supplier');
  const busy = useNavigation().state === 'submitting';
  return (
    <div className={classes.buttons}>
      <Button type="submit" name="intent" value={intent} loading={busy}>
        {t('sheet.save')}
      </Button>
      {leaveOut && (
        <Button type="submit" name="intent" value="leaveOut" variant="default" formNoValidate disabled={busy}>
          {leaveOut}
        </Button>
      )}
    </div>
  );
}

function LineFields(props: {
  line: NonNullable<Page['sheet']>['lines'][number] | undefined;
  /** The fields found at fault; null for all. */
  fields: ReadonlySet<string> | null;
  findingId: string | null;
}) {
  const { t } = useTranslation(['supplier', 'footprint']);
  const { line, fields, findingId } = props;
  const shows = (...names: readonly string[]) => fields === null || names.some((name) => fields.has(name));
  const stages = ['rawMaterial', 'manufacturing', 'distribution', 'use', 'endOfLife'] as const;
  return (
    <>
      {findingId ? (
        <input type="hidden" name="findingId" value={findingId} />
      ) : (
        <input type="hidden" name="line" value={line?.lineNumber} />
      )}
      {fields === null && <TextInput name="name" label={t('supplier:sheet.name')} required />}
      {shows('stage') && (
        <NativeSelect
          name="stage"
          label={t('supplier:sheet.stage')}
          data={stages.map((stage) => ({ value: stage, label: t(`footprint:stage.${stage}`) }))}
        />
      )}
      {shows('total', 'unit') && (
        <>
          <TextInput
            name="total"
            label={t('supplier:sheet.amount')}
            inputMode="decimal"
            defaultValue={line?.amountText ?? ''}
            required
          />
          <TextInput name="unit" label={t('supplier:sheet.unit')} defaultValue={line?.unit ?? ''} required />
        </>
      )}
      {shows('factorValue', 'factorUnit', 'unit') && (
        <>
          <TextInput
            name="factorValue"
            label={t('supplier:sheet.factorValue')}
            inputMode="decimal"
            defaultValue={line?.factor?.valueText ?? ''}
            required
          />
          <TextInput
            name="factorUnit"
            label={t('supplier:sheet.factorUnit')}
            placeholder={t('supplier:sheet.factorUnitHint')}
            defaultValue={line?.factor?.unitText ?? line?.factor?.unit ?? ''}
            required
          />
          <TextInput
            name="factorSource"
            label={t('supplier:sheet.factorSource')}
            defaultValue={line?.factor?.source ?? ''}
          />
        </>
      )}
      <Buttons
        intent="fix"
        leaveOut={findingId ? t('supplier:sheet.leaveOutRow') : t('supplier:sheet.leaveOut')}
      />
    </>
  );
}

function BasicFields({ page, asksPieceMass }: { page: Page; asksPieceMass: boolean }) {
  const { t } = useTranslation('supplier');
  const { basics, productionText } = page.sheet ?? {};
  const period = basics?.period;
  return (
    <>
      <TextInput
        name="period"
        label={t('sheet.period')}
        description={t('sheet.periodHint')}
        defaultValue={period ? `${period.start}~${period.end}` : ''}
        required
      />
      <TextInput
        name="production"
        label={t('sheet.production')}
        inputMode="decimal"
        defaultValue={productionText ?? ''}
        required
      />
      <TextInput
        name="productionUnit"
        label={t('sheet.productionUnit')}
        defaultValue={basics?.productionUnit ?? page.item.declaredUnit}
        required
      />
      {asksPieceMass && <TextInput name="kgPerPiece" label={t('sheet.kgPerPiece')} inputMode="decimal" />}
      <Buttons intent="basics" />
    </>
  );
}

function Lines({ page }: { page: Page }) {
  const { t } = useTranslation(['supplier', 'footprint']);
  const language = useLanguage();
  const unitText = useUnitText();
  return (
    <ul className={classes.lines}>
      {page.sheet?.lines.map((line) => {
        const perUnit = line.allocation?.perUnit;
        const amount = line.amount ?? perUnit?.value ?? null;
        return (
          <li key={line.lineNumber}>
            <span>{line.name}</span>
            <span>
              {line.status === 'notApplicable'
                ? t('supplier:sheet.notApplicable')
                : amount === null
                  ? t('supplier:sheet.unknown')
                  : t('supplier:sheet.lineAmount', {
                      amount: formatAmount(amount, language),
                      unit: unitText(line.unit ?? perUnit?.unit ?? ''),
                    })}
            </span>
            <span>{line.stage ? t(`footprint:stage.${line.stage}`) : ''}</span>
            <span>
              {line.factor?.value != null &&
                `× ${formatAmount(line.factor.value, language)} ${unitText(line.factor.unitText ?? line.factor.unit ?? '')}`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
