import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ProductSystemDraft } from '@slipstream/footprint';
import { useTranslation } from 'react-i18next';
import { BranchInspector } from './branch-inspector.tsx';
import type { DiagramNode, FlowEdge } from './diagram.ts';
import type { ProcessEditing } from './exchange-row.tsx';
import { Guide } from './guide.tsx';
import classes from './inspector.module.css';
import { LinkInspector } from './link-inspector.tsx';
import { ProcessInspector } from './process-inspector.tsx';
import type { Supply } from './supplies.ts';
import { SupplyInspector } from './supply-inspector.tsx';

export interface InspectorProps extends Omit<ProcessEditing, 'process'> {
  readonly node: DiagramNode | undefined;
  readonly edge: FlowEdge | undefined;
  readonly supplies: readonly Supply[];
  readonly supplierRelations: Readonly<Record<string, string>>;
  readonly onConnect: (provider: string, process: string) => void;
  readonly onClose: () => void;
}

/** What the selected node or arrow holds, ready to be changed: beside the canvas, on phones as a sheet from below. */
export function Inspector(props: InspectorProps) {
  const { t } = useTranslation('processFlow');
  const isNarrow = useMediaQuery('(max-width: 62em)');
  const content = contentOf(props);
  if (!isNarrow)
    return (
      <aside className={classes.panel} aria-label={t('inspector.label')}>
        {content ?? <Guide draft={props.draft} />}
      </aside>
    );
  return (
    <>
      <aside className={classes.panel} aria-label={t('guide.title')}>
        <Guide draft={props.draft} />
      </aside>
      <Drawer
        opened={content !== null}
        onClose={props.onClose}
        position="bottom"
        size="62%"
        title={t('inspector.label')}
        closeButtonProps={{ 'aria-label': t('inspector.close') }}
        overlayProps={{ backgroundOpacity: 0.15 }}
        classNames={{ content: classes.sheet ?? '', title: classes.sheetTitle ?? '' }}
      >
        {content}
      </Drawer>
    </>
  );
}

function contentOf({ node, edge, supplies, supplierRelations, onConnect, ...editing }: InspectorProps) {
  const { draft, onEdit } = editing;
  if (node?.type === 'process') {
    const process = draft.processes.find(({ id }) => id === node.id);
    return process ? (
      <ProcessInspector
        key={process.id}
        {...editing}
        process={process}
        node={node}
        supplies={supplies.filter((supply) => supply.process === process.id)}
        onConnect={(taker) => onConnect(process.id, taker)}
      />
    ) : null;
  }
  if (node?.type === 'supply') {
    const process = unitProcess(draft, node.data.bundle.process);
    return process ? (
      <SupplyInspector
        key={node.id}
        {...editing}
        process={process}
        node={node}
        supplierRelations={supplierRelations}
      />
    ) : null;
  }
  if (node?.type === 'branch') return <BranchInspector key={node.id} node={node} draft={draft} />;
  return edge ? <LinkInspector key={edge.id} draft={draft} edge={edge} onEdit={onEdit} /> : null;
}

function unitProcess(draft: ProductSystemDraft, id: string) {
  const process = draft.processes.find((other) => other.id === id);
  return process?.kind === 'unit' ? process : null;
}
