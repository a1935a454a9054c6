import { ActionIcon, Select, Text } from '@mantine/core';
import type { Exchange, ProductSystemDraft, UnitProcess } from '@slipstream/footprint';
import { dimensionOf, isUnitCode } from '@slipstream/quantity';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useUnitText } from '../i18n/use-unit-text.ts';
import { AmountField } from './amount-field.tsx';
import { changeExchange, changeFlow, changeSupplier, removeExchange } from './draft-edits.ts';
import { FactorPicker, type FactorSearch } from './factor-picker.tsx';
import classes from './inspector.module.css';
import { SealedNote } from './sealed-note.tsx';
import { UnitField } from './unit-field.tsx';

/** What every part of the inspector that changes a process needs. */
export interface ProcessEditing {
  readonly draft: ProductSystemDraft;
  readonly process: UnitProcess;
  readonly searchFactors: FactorSearch;
  readonly supplierNames: Readonly<Record<string, string>>;
  readonly onEdit: (draft: ProductSystemDraft) => void;
}

/** One input or output of a process: amount, unit, piece mass, whom it comes from and what answers it. */
export function ExchangeRow(props: ProcessEditing & { readonly exchange: Exchange }) {
  const { draft, process, exchange, searchFactors, onEdit } = props;
  const { t } = useTranslation('processFlow');
  const unitText = useUnitText();
  const flow = draft.flows.find(({ id }) => id === exchange.flow);
  const name = flow?.name ?? exchange.flow;
  const link = draft.links.find((other) => other.process === process.id && other.exchange === exchange.id);
  const provider = link && draft.processes.find((other) => other.id === link.provider);
  const isReference = exchange.id === process.quantitativeReference;
  const isCounted =
    exchange.unit !== null && isUnitCode(exchange.unit) && dimensionOf(exchange.unit) === 'count';
  const change = (changed: Partial<Exchange>) =>
    onEdit(changeExchange(draft, process.id, exchange.id, changed));
  return (
    <fieldset className={classes.exchange}>
      <legend className={classes.exchangeHead}>{name}</legend>
      {!isReference && (
        <ActionIcon
          className={classes.removeExchange ?? ''}
          variant="subtle"
          color="gray"
          aria-label={t('inspector.removeInput', { name })}
          onClick={() => onEdit(removeExchange(draft, process.id, exchange.id))}
        >
          <IconX size={16} />
        </ActionIcon>
      )}
      <div className={classes.fields}>
        <AmountField
          label={t('inspector.amount')}
          value={exchange.amount}
          onChange={(amount) => change({ amount })}
        />
        <UnitField value={exchange.unit} medium={flow?.medium} onChange={(unit) => change({ unit })} />
      </div>
      {isCounted && flow && (
        <AmountField
          label={t('inspector.pieceMass', { unit: unitText('pcs') })}
          value={flow.kgPerPiece ?? null}
          onChange={(kgPerPiece) => onEdit(changeFlow(draft, flow.id, { kgPerPiece }))}
        />
      )}
      {provider?.kind === 'sealed' ? (
        <SealedNote process={provider} />
      ) : provider ? (
        <Text size="xs" c="dimmed" mt={6}>
          {t('inspector.answeredBy', { name: provider.name })}
        </Text>
      ) : (
        !isReference && (
          <>
            <FactorPicker
              factor={exchange.factor}
              search={searchFactors}
              onPick={(factor) => change({ factor })}
            />
            {exchange.isInput && <SupplierField {...props} />}
          </>
        )
      )}
    </fieldset>
  );
}

function SupplierField({
  draft,
  process,
  exchange,
  supplierNames,
  onEdit,
}: ProcessEditing & { exchange: Exchange }) {
  const { t } = useTranslation('processFlow');
  const known = Object.entries(supplierNames).map(([value, label]) => ({ value, label }));
  if (known.length === 0) return null;
  return (
    <Select
      label={t('inspector.supplier')}
      placeholder={t('inspector.supplierNone')}
      data={known}
      value={exchange.supplier ?? null}
      searchable
      clearable
      onChange={(supplier) => onEdit(changeSupplier(draft, process.id, exchange.id, supplier))}
    />
  );
}
