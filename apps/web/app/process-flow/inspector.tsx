import { Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { type Process, type ProductSystemDraft, stagesInScope } from '@slipstream/footprint';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FindingList } from '../components/finding-list.tsx';
import { formatAmount } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { AmountField } from './amount-field.tsx';
import type { FlowEdge, ProcessNode } from './diagram.ts';
import { changeExchange, changeProcess, removeLink, removeProcess } from './draft-edits.ts';
import { ExchangeList } from './exchange-list.tsx';
import type { FactorSearch } from './factor-picker.tsx';
import classes from './inspector.module.css';

export interface InspectorProps {
  readonly draft: ProductSystemDraft;
  readonly node: ProcessNode | undefined;
  readonly edge: FlowEdge | undefined;
  readonly searchFactors: FactorSearch;
  readonly onEdit: (draft: ProductSystemDraft) => void;
}

/** What the selected process or flow holds, ready to be changed. */
export function Inspector(props: InspectorProps) {
  const { t } = useTranslation('processFlow');
  const process = props.draft.processes.find((other) => other.id === props.node?.id);
  return (
    <aside className={classes.panel} aria-label={t('inspector.process')}>
      {process && props.node ? (
        <ProcessInspector {...props} key={process.id} process={process} node={props.node} />
      ) : props.edge ? (
        <LinkInspector {...props} key={props.edge.id} edge={props.edge} />
      ) : (
        <Text c="dimmed" size="sm">
          {t('inspector.nothing')}
        </Text>
      )}
    </aside>
  );
}

function ProcessInspector({
  draft,
  process,
  node,
  searchFactors,
  onEdit,
}: InspectorProps & { process: Process; node: ProcessNode }) {
  const { t } = useTranslation(['processFlow', 'footprint']);
  const language = useLanguage();
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
      {process.kind === 'sealed' ? (
        <Text size="sm" c="dimmed">
          {t('processFlow:inspector.sealedNote', {
            amount: process.footprint.declaredUnitAmount ?? '–',
            unit: process.footprint.declaredUnitOfMeasurement ?? '',
            kg: formatAmount(
              process.footprint.components.fossil +
                process.footprint.components.biogenicEmission +
                process.footprint.components.biogenicRemoval +
                process.footprint.components.dLuc,
              language,
            ),
          })}
        </Text>
      ) : (
        <ExchangeList draft={draft} process={process} searchFactors={searchFactors} onEdit={onEdit} />
      )}
      <FindingList title={t('processFlow:inspector.findings')} findings={node.data.findings} />
      <Group>
        {!node.data.isReference && (
          <Button variant="default" onClick={() => onEdit(withReference(draft, process))}>
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

function withReference(draft: ProductSystemDraft, process: Process): ProductSystemDraft {
  const output =
    process.kind === 'unit'
      ? process.exchanges.find((exchange) => exchange.id === process.quantitativeReference)
      : undefined;
  if (!output) return draft;
  return {
    ...draft,
    referenceFlow: {
      process: process.id,
      flow: output.flow,
      amount: draft.statedUnit?.amount ?? 1,
      unit: draft.statedUnit?.unit ?? output.unit,
    },
  };
}

function LinkInspector({ draft, edge, onEdit }: InspectorProps & { edge: FlowEdge }) {
  const { t } = useTranslation('processFlow');
  const link = draft.links.find((other) => other.id === edge.id);
  if (!link) return null;
  const nameOf = (id: string) => draft.processes.find((process) => process.id === id)?.name ?? id;
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
        value={edge.data?.amount ?? null}
        unit={null}
        onChange={(amount) => onEdit(changeExchange(draft, link.process, link.exchange, { amount }))}
      />
      <TextInput
        label={t('inspector.unit')}
        defaultValue={edge.data?.unit ?? ''}
        onBlur={(event) => {
          const unit = event.currentTarget.value.trim() || null;
          if (unit !== edge.data?.unit) {
            onEdit(changeExchange(draft, link.process, link.exchange, { unit }));
          }
        }}
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
