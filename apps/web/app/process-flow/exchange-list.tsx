import { Button, TextInput, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addInput } from './draft-edits.ts';
import type { ProcessEditing } from './exchange-row.tsx';
import { ExchangeRows } from './exchange-rows.tsx';
import classes from './inspector.module.css';
import type { Supply } from './supplies.ts';
import { SupplyList } from './supply-list.tsx';

/** The outputs and inputs of a process, each with amount, unit and what answers it; the bought ones by supplier. */
export function ExchangeList({
  supplies,
  ...editing
}: ProcessEditing & { readonly supplies: readonly Supply[] }) {
  const { t } = useTranslation('processFlow');
  const { draft, process, onEdit } = editing;
  const bought = new Set(supplies.flatMap(({ exchanges }) => exchanges));
  return (
    <>
      <section>
        <Title order={3}>{t('inspector.outputs')}</Title>
        <ExchangeRows {...editing} exchanges={process.exchanges.filter(({ isInput }) => !isInput)} />
      </section>
      <section>
        <Title order={3}>{t('inspector.inputs')}</Title>
        <ExchangeRows
          {...editing}
          exchanges={process.exchanges.filter(({ id, isInput }) => isInput && !bought.has(id))}
        />
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
      {supplies.length > 0 && (
        <section>
          <Title order={3}>{t('inspector.supplies')}</Title>
          <SupplyList {...editing} supplies={supplies} />
        </section>
      )}
    </>
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
    <div className={classes.newInput}>
      <TextInput
        aria-label={t('inspector.inputName')}
        placeholder={t('inspector.inputName')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') add();
        }}
      />
      <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add} px={10}>
        {t('inspector.addInput')}
      </Button>
    </div>
  );
}
