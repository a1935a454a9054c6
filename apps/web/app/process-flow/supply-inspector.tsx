import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatEmissions, formatShare } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useCanvas } from './canvas-context.ts';
import type { SupplyNode } from './diagram.ts';
import { removeExchanges } from './draft-edits.ts';
import type { ProcessEditing } from './exchange-row.tsx';
import { SupplyList, SupplyRows } from './supply-list.tsx';
import { SupplyState } from './supply-state.tsx';
import { useDiagramText } from './use-diagram-text.ts';

interface SupplyInspectorProps extends ProcessEditing {
  readonly node: SupplyNode;
  /** The lead firm's relation to each supplier, by organization. */
  readonly supplierRelations: Readonly<Record<string, string>>;
}

/** What a process buys from one supplier, or from those that are folded up: the same inputs, ready to be changed. */
export function SupplyInspector({ node, supplierRelations, ...editing }: SupplyInspectorProps) {
  const { t } = useTranslation('processFlow');
  const language = useLanguage();
  const text = useDiagramText();
  const { requests } = useCanvas();
  const { data } = node;
  const { supplies } = data.bundle;
  const [only] = supplies.length === 1 ? supplies : [];
  const request = data.supplier === null ? undefined : requests[data.supplier];
  const relation = data.supplier === null ? undefined : supplierRelations[data.supplier];
  const figure =
    data.contribution &&
    `${formatEmissions(data.contribution.kgCO2e, language)} CO₂e · ${formatShare(data.contribution.share, language)}`;
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="xs">
        <Title order={2}>{text.supply(data)}</Title>
        <SupplyState data={data} />
      </Group>
      {figure && <Text fw={600}>{figure}</Text>}
      <Text size="sm" c="dimmed">
        {t('supply.lead', { process: editing.process.name })}
      </Text>
      {request ? (
        <Anchor component={Link} to={`/requests/${request.id}`} size="sm">
          {t('supply.request')}
        </Anchor>
      ) : (
        relation && (
          <Anchor component={Link} to={`/suppliers/ask?supplier=${relation}`} size="sm">
            {t('supply.ask')}
          </Anchor>
        )
      )}
      <div>
        {only ? <SupplyRows {...editing} supply={only} /> : <SupplyList {...editing} supplies={supplies} />}
      </div>
      <Button
        variant="subtle"
        color="red"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={() =>
          editing.onEdit(
            removeExchanges(
              editing.draft,
              editing.process.id,
              supplies.flatMap(({ exchanges }) => exchanges),
            ),
          )
        }
      >
        {t('supply.remove')}
      </Button>
    </Stack>
  );
}
