import { Button, Stack, Title } from '@mantine/core';
import type { ProductSystemDraft } from '@slipstream/footprint';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FindingList } from '../components/finding-list.tsx';
import { AmountField } from './amount-field.tsx';
import type { FlowEdge } from './diagram.ts';
import { changeExchange, removeLink } from './draft-edits.ts';
import classes from './inspector.module.css';
import { UnitField } from './unit-field.tsx';

interface LinkInspectorProps {
  readonly draft: ProductSystemDraft;
  readonly edge: FlowEdge;
  readonly onEdit: (draft: ProductSystemDraft) => void;
}

/** An arrow: what flows from where to where, and how much. */
export function LinkInspector({ draft, edge, onEdit }: LinkInspectorProps) {
  const { t } = useTranslation('processFlow');
  const link = draft.links.find((other) => other.id === edge.id);
  if (!link) return null;
  const nameOf = (id: string) => draft.processes.find((process) => process.id === id)?.name ?? id;
  const taker = draft.processes.find(({ id }) => id === link.process);
  const exchange =
    taker?.kind === 'unit' ? taker.exchanges.find(({ id }) => id === link.exchange) : undefined;
  const medium = draft.flows.find(({ id }) => id === link.flow)?.medium;
  return (
    <Stack gap="sm">
      <Title order={2}>{edge.data?.flowName}</Title>
      <dl className={classes.ends}>
        <dt>{t('inspector.from')}</dt>
        <dd>{nameOf(link.provider)}</dd>
        <dt>{t('inspector.to')}</dt>
        <dd>{nameOf(link.process)}</dd>
      </dl>
      <AmountField
        label={t('inspector.amount')}
        value={exchange?.amount ?? null}
        onChange={(amount) => onEdit(changeExchange(draft, link.process, link.exchange, { amount }))}
      />
      <UnitField
        value={exchange?.unit ?? null}
        medium={medium}
        onChange={(unit) => onEdit(changeExchange(draft, link.process, link.exchange, { unit }))}
      />
      <FindingList title={t('inspector.findings')} findings={edge.data?.findings ?? []} />
      <Button
        variant="subtle"
        color="red"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={() => onEdit(removeLink(draft, link.id))}
      >
        {t('inspector.removeLink')}
      </Button>
    </Stack>
  );
}
