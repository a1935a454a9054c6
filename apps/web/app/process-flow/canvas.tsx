import type { ProductSystemDraft } from '@slipstream/footprint';
import { Background, Controls, type EdgeChange, MarkerType, type NodeChange, ReactFlow } from '@xyflow/react';
import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Beyond } from './beyond.tsx';
import { BranchNodeView } from './branch-node.tsx';
import { boxOf, type Diagram, type DiagramNode, type FlowEdge, type Positions } from './diagram.ts';
import { canLink, changeProcess } from './draft-edits.ts';
import { FlowEdgeView } from './flow-edge.tsx';
import { type Lane, laneTitleHeight, stageAt, withinLane } from './lanes.ts';
import { boundsOf, type CanvasFrame, type Margins, openingView } from './opening-view.ts';
import classes from './process-flow-editor.module.css';
import { ProcessNodeView } from './process-node.tsx';
import { StageLanes } from './stage-lanes.tsx';
import { SupplyNodeView } from './supply-node.tsx';
import { useDiagramText } from './use-diagram-text.ts';

/** What is selected: a node or an arrow, never both. */
export type Selection =
  | { readonly kind: 'node' | 'edge'; readonly id: string }
  | { readonly kind: 'nothing' };

interface OpeningFrame extends CanvasFrame {
  readonly controls: 'top' | 'bottom';
}

/**
 * Where the controls stand, and what is free of the drawing when it is looked at whole: the names of the lanes and the
 * controls cover nothing. A phone shows the top of the canvas first, so they stand there.
 */
export function frameOf(canvas: { readonly width: number; readonly height: number }): OpeningFrame {
  const { width, height } = canvas;
  return window.matchMedia('(max-width: 62em)').matches
    ? {
        width,
        height,
        controls: 'top',
        stands: 'top',
        margins: { top: laneTitleHeight + 82, right: 16, bottom: 16, left: 16 },
      }
    : {
        width,
        height,
        controls: 'bottom',
        stands: 'middle',
        margins: { top: laneTitleHeight + 18, right: 28, bottom: 62, left: 28 },
      };
}

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

const nodeTypes = { process: ProcessNodeView, supply: SupplyNodeView, branch: BranchNodeView };
const edgeTypes = { flow: FlowEdgeView };
const marker = { type: MarkerType.ArrowClosed, width: 18, height: 18, color: 'var(--ink-muted)' };

/** Where the drawing is looked at, moved, connected and selected, by pointer or by keyboard. */
export function Canvas(props: CanvasProps) {
  const { draft, diagram, lanes, selection, onSelect } = props;
  const { t } = useTranslation('processFlow');
  const text = useDiagramText();
  const canvas = useRef<HTMLDivElement>(null);
  const [opening, setOpening] = useState<
    (OpeningFrame & { readonly view: ReturnType<typeof openingView> }) | null
  >(null);
  // How it is looked at first depends on its size, which only the browser knows.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn later is not looked at anew
  useLayoutEffect(() => {
    const { clientWidth: width = 0, clientHeight: height = 0 } = canvas.current ?? {};
    const frame = frameOf({ width, height });
    const drawn = boundsOf(diagram.nodes.map(boxOf), diagram.positions);
    setOpening({ ...frame, view: openingView(drawn, frame) });
  }, []);
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
      if (node && node.type !== 'process')
        moved[id] = { ...position, x: withinLane(lanes, boxOf(node), position.x) };
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
      'controls.fitView.ariaLabel': t('toolbar.fit'),
      'handle.ariaLabel': t('a11y.handle'),
    }),
    [t],
  );
  return (
    <div
      ref={canvas}
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
      {opening && (
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={onNodesChange}
          onEdgesChange={onEdgesChange}
          onPaneClick={() => onSelect(() => ({ kind: 'nothing' }))}
          isValidConnection={({ source, target }) => canLink(draft, { provider: source, process: target })}
          onConnect={({ source, target }) => props.onConnect(source, target)}
          selectNodesOnDrag={false}
          multiSelectionKeyCode={null}
          selectionKeyCode={null}
          deleteKeyCode={null}
          minZoom={0.15}
          defaultViewport={opening.view}
          ariaLabelConfig={ariaLabels}
          proOptions={{ hideAttribution: true }}
        >
          <StageLanes lanes={lanes} />
          <Background gap={24} color="var(--line)" />
          <Controls
            position={`${opening.controls}-left`}
            orientation="horizontal"
            showInteractive={false}
            fitViewOptions={{ padding: inPixels(opening.margins), maxZoom: 1 }}
          />
          <Beyond nodes={diagram.nodes} position={`${opening.controls}-right`} />
        </ReactFlow>
      )}
      {props.children}
    </div>
  );
}

/** Margins as the library takes them. */
function inPixels({ top, right, bottom, left }: Margins) {
  return { top: `${top}px`, right: `${right}px`, bottom: `${bottom}px`, left: `${left}px` } as const;
}
