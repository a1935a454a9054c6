import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigation } from 'react-router';
import classes from './sheet.module.css';
import type { SheetPage } from './sheet-findings.tsx';

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

/** The fields of a line that are at fault, or of a row that could not be read. */
export function LineFields(props: {
  line: NonNullable<SheetPage['sheet']>['lines'][number] | undefined;
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

/** What the whole sheet rests on: its period and what was made in it. */
export function BasicFields({ page, asksPieceMass }: { page: SheetPage; asksPieceMass: boolean }) {
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
