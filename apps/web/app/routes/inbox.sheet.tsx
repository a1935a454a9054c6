import { Alert, Button, Text } from '@mantine/core';
import { sheetFields } from '@slipstream/inventory-sheet';
import { fixSheetBasics, fixSheetLine, openSheet, readInventorySheetAgain } from '@slipstream/services';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { z } from 'zod';
import { choicesIn } from '../columns/column-choices.ts';
import { ReadColumns } from '../columns/read-columns.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { ProgressNote } from '../components/progress-note.tsx';
import { RefusalAlert } from '../components/refusal-alert.tsx';
import { found, refusal, requireContext } from '../door.ts';
import { FileDrop } from '../files/file-drop.tsx';
import { formatAmount } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useUnitText } from '../i18n/use-unit-text.ts';
import { useProgress } from '../live/use-progress.ts';
import classes from '../supplier/sheet.module.css';
import { groupByPlace, MendForm, SheetFinding } from '../supplier/sheet-findings.tsx';
import { SheetLines } from '../supplier/sheet-lines.tsx';
import type { Route } from './+types/inbox.sheet';

const typed = z.string().max(500).optional();
const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('readAgain') }),
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

/** Forms on the page at once; more follow as these are mended. */
const shownAtOnce = 20;

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const ctx = requireContext(context, request);
  const itemId = new URL(request.url).searchParams.get('item') ?? undefined;
  return { ...(await found(openSheet(ctx, { requestId: params.id, itemId }))), fields: sheetFields };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const ctx = requireContext(context, request);
  const itemId = new URL(request.url).searchParams.get('item') ?? undefined;
  const entered = await request.formData();
  const input = form.parse(Object.fromEntries(entered));
  const place = { requestId: params.id, itemId };
  try {
    if (input.intent === 'readAgain')
      await readInventorySheetAgain(ctx, { ...place, choices: choicesIn(entered, sheetFields) });
    else if (input.intent === 'basics') await fixSheetBasics(ctx, { ...place, ...input });
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

export default function Sheet({ loaderData: page, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('supplier');
  const language = useLanguage();
  const unitText = useUnitText();
  const revalidator = useRevalidator();
  const { upload, sheet, item } = page;
  const isReading = upload?.state === 'received' || upload?.state === 'reading';
  const uploadId = upload?.id ?? '';
  const progress = useProgress(isReading ? { of: 'inventorySheet', id: uploadId } : null);
  const rows = progress?.rowsRead ?? 0;
  const errors = page.findings.filter(({ finding }) => finding.severity === 'error');
  // What is to be mended at a cell need not be asked about as well.
  const placeOf = ({ sheet, row, column }: (typeof page.findings)[number]) => `${sheet} ${row} ${column}`;
  const faulty = new Set(errors.map(placeOf));
  const doubts = page.findings.filter(
    (one) => one.finding.severity !== 'error' && (one.row === null || !faulty.has(placeOf(one))),
  );
  const isRefused = upload?.state === 'refused';
  const isAboutColumns = actionData?.refused.findings.some(({ code }) => code.startsWith('import.column'));
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
          <RefusalAlert refused={isAboutColumns ? undefined : actionData?.refused} />
          {isReading ? (
            <ProgressNote
              text={t(rows > 0 ? 'sheet.checking' : 'sheet.reading', { file: upload?.fileName ?? '', rows })}
              share={null}
            />
          ) : (
            <>
              {upload && !isRefused && errors.length === 0 && sheet?.kgCO2e != null && (
                <>
                  <Text size="sm" c="dimmed">
                    {t('sheet.readWell', { count: sheet.lines.length })}
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
                    <SheetFinding key={one.id} found={one} />
                  ))}
                </Alert>
              )}
              {canChange ? (
                <>
                  <FileDrop
                    url={`/uploads/inventory-sheet?request=${page.requestId}&item=${item.id}`}
                    label={upload ? t('sheet.again') : t('sheet.choose')}
                    hint={t('sheet.limit')}
                    onSent={() => revalidator.revalidate()}
                  />
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
                  <MendForm key={group[0]?.id} group={group} page={page} canChange={canChange} />
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
          <Panel title={t('sheet.lines')} span={doubts.length > 0 ? 6 : 12}>
            <SheetLines page={page} />
          </Panel>
        )}
        {!isReading && !isRefused && doubts.length > 0 && (
          <Panel title={t('sheet.questions')} span={6}>
            <ul className={classes.findings}>
              {doubts.slice(0, 50).map((one) => (
                <li key={one.id}>
                  <SheetFinding found={one} />
                </li>
              ))}
            </ul>
          </Panel>
        )}
        {!isReading && upload && canChange && page.tables.length > 0 && (
          <ReadColumns
            key={upload.id}
            detail={t('sheet.columnsDetail')}
            tables={page.tables}
            fields={page.fields}
            hasLeftOut={upload.rowsRejected > 0}
            refused={isAboutColumns ? actionData?.refused : undefined}
          />
        )}
      </Panels>
    </>
  );
}
