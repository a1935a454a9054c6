import { Button } from '@mantine/core';
import type { Exchange } from '@slipstream/footprint';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExchangeRow, type ProcessEditing } from './exchange-row.tsx';

/** A form of more fields than this is a wall, and slow to open. */
const portion = 20;

/** Inputs or outputs of a process to be changed, the first of many and more when they are asked for. */
export function ExchangeRows({
  exchanges,
  ...editing
}: ProcessEditing & { readonly exchanges: readonly Exchange[] }) {
  const { t } = useTranslation('common');
  const [shown, setShown] = useState(portion);
  const left = exchanges.length - shown;
  return (
    <>
      {exchanges.slice(0, shown).map((exchange) => (
        <ExchangeRow key={exchange.id} {...editing} exchange={exchange} />
      ))}
      {left > 0 && (
        <Button variant="default" mt="xs" onClick={() => setShown(shown + portion)}>
          {t('list.more', { count: Math.min(left, portion), total: exchanges.length })}
        </Button>
      )}
    </>
  );
}
