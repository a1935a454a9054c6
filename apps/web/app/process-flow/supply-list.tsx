import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcessEditing } from './exchange-row.tsx';
import { ExchangeRows } from './exchange-rows.tsx';
import classes from './inspector.module.css';
import type { Supply } from './supplies.ts';

/** Bought inputs by supplier, each to be opened: sixty parts at once would be a wall. */
export function SupplyList({
  supplies,
  ...editing
}: ProcessEditing & { readonly supplies: readonly Supply[] }) {
  return supplies.map((supply) => <OneSupply key={supply.id} {...editing} supply={supply} />);
}

function OneSupply({ supply, ...editing }: ProcessEditing & { readonly supply: Supply }) {
  const { t } = useTranslation('processFlow');
  const [isOpen, setIsOpen] = useState(false);
  const name =
    supply.supplier === null
      ? t('supply.unnamed')
      : (editing.supplierNames[supply.supplier] ?? supply.supplier);
  return (
    <details className={classes.supply} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <span>{name}</span>
        <small>{t('supply.parts', { count: supply.exchanges.length })}</small>
      </summary>
      {isOpen && <SupplyRows {...editing} supply={supply} />}
    </details>
  );
}

/** The inputs of one supply, edited exactly as in the process they belong to. */
export function SupplyRows({ supply, ...editing }: ProcessEditing & { readonly supply: Supply }) {
  const byId = new Map(editing.process.exchanges.map((exchange) => [exchange.id, exchange]));
  return <ExchangeRows {...editing} exchanges={supply.exchanges.flatMap((id) => byId.get(id) ?? [])} />;
}
