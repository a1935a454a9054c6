import { ActionIcon, Button, Text, TextInput, Title } from '@mantine/core';
import type { Exchange, ProductSystemDraft, UnitProcess } from '@slipstream/footprint';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AmountField } from './amount-field.tsx';
import { addInput, changeExchange, removeExchange } from './draft-edits.ts';
import { FactorPicker, type FactorSearch } from './factor-picker.tsx';
import classes from './inspector.module.css';

interface ExchangeListProps {
  readonly draft: ProductSystemDraft;
  readonly process: UnitProcess;
  readonly searchFactors: FactorSearch;
  readonly onEdit: (draft: ProductSystemDraft) => void;
}

/** The outputs and inputs of a process, each with amount, unit and what answers it. */
export function ExchangeList({ draft, process, searchFactors, onEdit }: ExchangeListProps) {
  const { t } = useTranslation('processFlow');
  const outputs = process.exchanges.filter((exchange) => !exchange.isInput);
  const inputs = process.exchanges.filter((exchange) => exchange.isInput);
  const row = (exchange: Exchange) => (
    <ExchangeRow
      key={exchange.id}
      draft={draft}
      process={process}
      exchange={exchange}
      searchFactors={searchFactors}
      onEdit={onEdit}
    />
  );
  return (
    <>
      <section>
        <Title order={3}>{t('inspector.outputs')}</Title>
        {outputs.map(row)}
      </section>
      <section>
        <Title order={3}>{t('inspector.inputs')}</Title>
        {inputs.map(row)}
        <NewInput
          onAdd={(name) =>
            onEdit(
              addInput(draft, process.id, {
                id: crypto.randomUUID(),
                name,
                exchange: { isInput: true, amount: null, unit: 'kg', dataType: 'primary' },
              }),
            )
          }
        />
      </section>
    </>
  );
}

function ExchangeRow({
  draft,
  process,
  exchange,
  searchFactors,
  onEdit,
}: ExchangeListProps & { exchange: Exchange }) {
  const { t } = useTranslation('processFlow');
  const name = draft.flows.find((flow) => flow.id === exchange.flow)?.name ?? exchange.flow;
  const link = draft.links.find((other) => other.process === process.id && other.exchange === exchange.id);
  const provider = link && draft.processes.find((other) => other.id === link.provider);
  const isReference = exchange.id === process.quantitativeReference;
  const change = (changed: Partial<Exchange>) =>
    onEdit(changeExchange(draft, process.id, exchange.id, changed));
  return (
    <div className={classes.exchange}>
      <div className={classes.exchangeHead}>
        <span>{name}</span>
        {!isReference && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('inspector.removeInput', { name })}
            onClick={() => onEdit(removeExchange(draft, process.id, exchange.id))}
          >
            <IconX size={16} />
          </ActionIcon>
        )}
      </div>
      <div className={classes.fields}>
        <AmountField
          label={t('inspector.amount')}
          value={exchange.amount}
          unit={null}
          onChange={(amount) => change({ amount })}
        />
        <TextInput
          label={t('inspector.unit')}
          defaultValue={exchange.unit ?? ''}
          onBlur={(event) => {
            const unit = event.currentTarget.value.trim() || null;
            if (unit !== exchange.unit) change({ unit });
          }}
        />
      </div>
      {provider ? (
        <Text size="xs" c="dimmed" mt={6}>
          {t('inspector.answeredBy', { name: provider.name })}
        </Text>
      ) : (
        !isReference && (
          <FactorPicker
            factor={exchange.factor}
            search={searchFactors}
            onPick={(factor) => change({ factor })}
          />
        )
      )}
    </div>
  );
}

function NewInput({ onAdd }: { onAdd: (name: string) => void }) {
  const { t } = useTranslation('processFlow');
  const [name, setName] = useState('');
  const add = () => {
    if (!name.trim()) return;
    onAdd(name.trim());
    setName('');
  };
  return (
    <div className={classes.fields}>
      <TextInput
        aria-label={t('inspector.inputName')}
        placeholder={t('inspector.inputName')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') add();
        }}
      />
      <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add} px={8}>
        {t('inspector.addInput')}
      </Button>
    </div>
  );
}
