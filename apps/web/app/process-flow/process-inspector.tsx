import { Button, Group, Select, Stack, TextInput, Title } from '@mantine/core';
import { type Process, type ProductSystemDraft, stagesInScope } from '@slipstream/footprint';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FindingList } from '../components/finding-list.tsx';
import { BalanceNote } from './balance-note.tsx';
import type { ProcessNode } from './diagram.ts';
import { canLink, changeProcess, removeProcess, setReference } from './draft-edits.ts';
import { ExchangeList } from './exchange-list.tsx';
import type { ProcessEditing } from './exchange-row.tsx';
import { SealedNote } from './sealed-note.tsx';
import type { Supply } from './supplies.ts';

interface ProcessInspectorProps extends Omit<ProcessEditing, 'process'> {
  readonly process: Process;
  readonly node: ProcessNode;
  readonly supplies: readonly Supply[];
  readonly onConnect: (processId: string) => void;
}

/** A process: what it is called, where it stands, what goes in and out, whether it balances, what it goes to. */
export function ProcessInspector({ process, node, supplies, onConnect, ...editing }: ProcessInspectorProps) {
  const { t } = useTranslation(['processFlow', 'footprint']);
  const { draft, onEdit } = editing;
  const stages = stagesInScope(draft.boundary.productKind, draft.boundary.business);
  return (
    <Stack gap="sm">
      <Title order={2}>{t('processFlow:inspector.process')}</Title>
      <TextInput
        label={t('processFlow:inspector.name')}
        defaultValue={process.name}
        onBlur={(event) => {
          const name = event.currentTarget.value.trim();
          if (name && name !== process.name) onEdit(changeProcess(draft, process.id, { name }));
        }}
      />
      <Select
        label={t('processFlow:inspector.stage')}
        data={stages.map((stage) => ({ value: stage, label: t(`footprint:stage.${stage}`) }))}
        value={process.stage}
        allowDeselect={false}
        onChange={(value) => {
          const stage = stages.find((other) => other === value);
          if (stage) onEdit(changeProcess(draft, process.id, { stage }));
        }}
      />
      <ConnectTo draft={draft} process={process} onConnect={onConnect} />
      {process.kind === 'unit' && node.data.balance && (
        <BalanceNote draft={draft} process={process} light={node.data.balance} />
      )}
      <FindingList title={t('processFlow:inspector.findings')} findings={node.data.findings} />
      {process.kind === 'sealed' ? (
        <SealedNote process={process} />
      ) : (
        <ExchangeList {...editing} process={process} supplies={supplies} />
      )}
      <Group>
        {!node.data.isReference && process.kind === 'unit' && (
          <Button variant="default" onClick={() => onEdit(setReference(draft, process.id))}>
            {t('processFlow:inspector.setReference')}
          </Button>
        )}
        <Button
          variant="subtle"
          color="red"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => onEdit(removeProcess(draft, process.id))}
        >
          {t('processFlow:inspector.removeProcess')}
        </Button>
      </Group>
    </Stack>
  );
}

/** Draws an arrow without a pointer: every process that can take what this one makes. */
function ConnectTo({
  draft,
  process,
  onConnect,
}: {
  draft: ProductSystemDraft;
  process: Process;
  onConnect: (processId: string) => void;
}) {
  const { t } = useTranslation('processFlow');
  const takers = draft.processes.filter(({ id }) => canLink(draft, { provider: process.id, process: id }));
  if (takers.length === 0) return null;
  return (
    <Select
      label={t('inspector.connect')}
      placeholder={t('inspector.connectHint')}
      data={takers.map(({ id, name }) => ({ value: id, label: name }))}
      value={null}
      searchable
      limit={50}
      onChange={(taker) => taker && onConnect(taker)}
    />
  );
}
