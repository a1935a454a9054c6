import type { ProductSystemDraft } from '@slipstream/footprint';
import { Background, Controls, type EdgeChange, MarkerType, type NodeChange, ReactFlow } from '@xyflow/react';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { boxOf, type Diagram, type DiagramNode, type FlowEdge, type Positions } from './diagram.ts';
import { addLink, changeProcess } from './draft-edits.ts';
import { FlowEdgeView } from './flow-edge.tsx';
import { type Lane, stageAt, withinLane } from './lanes.ts';
import classes from './process-flow-editor.module.css';
import { ProcessNodeView } from './process-node.tsx';
import { StageLanes } from './stage-lanes.tsx';
import { SupplyNodeView } from './supply-node.tsx';
import { useDiagramText } from './use-diagram-text.ts';

/** What is selected: a node or an arrow, never both. */
export type Selection =
  | { readonly kind: 'node' | 'edge'; readonly id: string }
  | { readonly kind: 'nothing' };

/** Room for the names of the lanes above what is drawn. */
export const fitOptions = {
  padding: { top: '54px', right: '28px', bottom: '18px', left: '28px' },
  minZoom: 0.55,
  maxZoom: 1,
} as const;

interface CanvasProps {
  readonly draft: ProductSystemDraft;
  readonly diagram: Diagram;
  readonly lanes: readonly Lane[];
  readonly selection: Selection;
  readonly onSelect: (change: (now: Selection) => Selection) => void;
  readonly onDrag: (moved: Positions) => void;
  readonly onMove: (draft: ProductSystemDraft, moved: Positions) => void;
  readonly onConnect: (provider: string, process: string) => void;
  readonly onRemove: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly children: ReactNode;
}

const nodeTypes = { process: ProcessNodeView, supply: SupplyNodeView };
const edgeTypes = { flow: FlowEdgeView };
const marker = { type: MarkerType.ArrowClosed, width: 18, height: 18, color: 'var(--ink-muted)' };

/** Where the drawing is looked at, moved, connected and selected, by pointer or by keyboard. */
export function Canvas(props: CanvasProps) {
  const { draft, diagram, lanes, selection, onSelect } = props;
  const { t } = useTranslation('processFlow');
  const text = useDiagramText();
  const isSelected = (kind: 'node' | 'edge', id: string) => selection.kind === kind && selection.id === id;
  const nodes = diagram.nodes.map((node) => ({
    ...node,
    selected: isSelected('node', node.id),
    ariaLabel: text.node(node),
    zIndex: node.type === 'supply' && node.data.isOpened ? 10 : 0,
  }));
  const edges = diagram.edges.map((edge) => ({
    ...edge,
    ...(edge.data?.link !== null && { markerEnd: marker }),
    selected: isSelected('edge', edge.id),
    ariaLabel: text.edge(edge, diagram.nodes),
  }));
  const select = (kind: 'node' | 'edge', id: string, isChosen: boolean) =>
    onSelect((now) =>
      isChosen ? { kind, id } : now.kind === kind && now.id === id ? { kind: 'nothing' } : now,
    );

  const onNodesChange = (changes: NodeChange<DiagramNode>[]) => {
    const moved: Record<string, { x: number; y: number }> = {};
    let isDropped = false;
    for (const change of changes) {
      if (change.type === 'select') select('node', change.id, change.selected);
      if (change.type !== 'position' || !change.position) continue;
      const { x, y } = change.position;
      moved[change.id] = { x, y: y - (diagram.room.get(change.id) ?? 0) };
      isDropped ||= change.dragging === false;
    }
    if (isDropped) drop(moved);
    else if (Object.keys(moved).length > 0) props.onDrag(moved);
  };
  const drop = (moved: Record<string, { x: number; y: number }>) => {
    let next = draft;
    for (const [id, position] of Object.entries(moved)) {
      const node = diagram.nodes.find((other) => other.id === id);
      if (node?.type === 'supply') moved[id] = { ...position, x: withinLane(lanes, boxOf(node), position.x) };
      const stage = stageAt(lanes, position.x);
      if (node?.type === 'process' && stage && node.data.stage !== stage)
        next = changeProcess(next, id, { stage });
    }
    props.onMove(next, moved);
  };
  const onEdgesChange = (changes: EdgeChange<FlowEdge>[]) => {
    for (const change of changes) if (change.type === 'select') select('edge', change.id, change.selected);
  };
  const ariaLabels = useMemo(
    () => ({
      'node.a11yDescription.default': t('a11y.node'),
      'node.a11yDescription.keyboardDisabled': t('a11y.node'),
      'node.a11yDescription.ariaLiveMessage': ({ x, y }: { x: number; y: number }) =>
        t('a11y.moved', { x, y }),
      'edge.a11yDescription.default': t('a11y.edge'),
      'controls.ariaLabel': t('a11y.controls'),
      'controls.zoomIn.ariaLabel': t('a11y.zoomIn'),
      'controls.zoomOut.ariaLabel': t('a11y.zoomOut'),
      'controls.fitView.ariaLabel': t('a11y.fit'),
      'handle.ariaLabel': t('a11y.handle'),
    }),
    [t],
  );
  return (
    <div
      className={classes.canvas}
      role="application"
      aria-label={t('canvas')}
      onKeyDown={(event) => {
        const command = event.metaKey || event.ctrlKey;
        if (command && event.key === 'z') (event.shiftKey ? props.onRedo : props.onUndo)();
        else if (command && event.key === 'y') props.onRedo();
        else if (event.key === 'Delete' || event.key === 'Backspace') props.onRemove();
      }}
    >
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onPaneClick={() => onSelect(() => ({ kind: 'nothing' }))}
        isValidConnection={({ source, target }) =>
          addLink(draft, { id: 'proposed', provider: source, process: target }) !== null
        }
        onConnect={({ source, target }) => props.onConnect(source, target)}
        selectNodesOnDrag={false}
        multiSelectionKeyCode={null}
        selectionKeyCode={null}
        deleteKeyCode={null}
        minZoom={0.15}
        fitView
        fitViewOptions={fitOptions}
        ariaLabelConfig={ariaLabels}
        proOptions={{ hideAttribution: true }}
      >
        <StageLanes lanes={lanes} />
        <Background gap={24} color="var(--line)" />
        <Controls showInteractive={false} fitViewOptions={fitOptions} />
      </ReactFlow>
      {props.children}
    </div>
  );
}
