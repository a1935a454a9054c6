import '@xyflow/react/dist/style.css';
import { Alert, Button } from '@mantine/core';
import {
  calculateFootprint,
  checkProductSystem,
  type ProductSystemDraft,
  stagesInScope,
} from '@slipstream/footprint';
import {
  Background,
  Controls,
  MarkerType,
  type NodeChange,
  type OnSelectionChangeParams,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from '@xyflow/react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { arrange } from './arrange.ts';
import { nodeSize, type Positions, type ProcessNode, toDiagram } from './diagram.ts';
import { addLink, addProcess, changeProcess, removeLink, removeProcess } from './draft-edits.ts';
import type { FactorSearch } from './factor-picker.tsx';
import { FlowEdgeView } from './flow-edge.tsx';
import { beginHistory, record, redo, undo } from './history.ts';
import { Inspector } from './inspector.tsx';
import { lanesOf, stageAt } from './lanes.ts';
import classes from './process-flow-editor.module.css';
import { ProcessNodeView } from './process-node.tsx';
import { StageLanes } from './stage-lanes.tsx';
import { Toolbar } from './toolbar.tsx';
import { type SaveOutcome, useAutosave } from './use-autosave.ts';

/** What is edited together and undone together. */
export interface Drawing {
  readonly draft: ProductSystemDraft;
  readonly positions: Positions;
}

export interface ProcessFlowEditorProps {
  readonly drawing: Drawing;
  readonly version: number;
  readonly supplierNames: Readonly<Record<string, string>>;
  readonly searchFactors: FactorSearch;
  readonly save: (drawing: Drawing, version: number) => Promise<SaveOutcome>;
}

const nodeTypes = { process: ProcessNodeView };
const edgeTypes = { flow: FlowEdgeView };
const edgeDefaults = { markerEnd: { type: MarkerType.ArrowClosed, width: 18, height: 18 } };

/** The process-flow diagram: what is drawn here is what is calculated. */
export function ProcessFlowEditor(props: ProcessFlowEditorProps) {
  return (
    <ReactFlowProvider>
      <Editor {...props} />
    </ReactFlowProvider>
  );
}

function Editor({ drawing: initial, version, supplierNames, searchFactors, save }: ProcessFlowEditorProps) {
  const { t } = useTranslation('processFlow');
  const flow = useReactFlow();
  const [history, setHistory] = useState(() => beginHistory(initial));
  const [dragged, setDragged] = useState<Positions>({});
  const [selection, setSelection] = useState<{ node?: string | undefined; edge?: string | undefined }>({});
  const { draft, positions } = history.present;
  const saveState = useAutosave(history.present, version, save);

  const edit = useCallback(
    (next: ProductSystemDraft, nextPositions?: Positions) =>
      setHistory((now) => record(now, { draft: next, positions: nextPositions ?? now.present.positions })),
    [],
  );
  const answer = useMemo(() => calculate(draft), [draft]);
  const { nodes, edges } = useMemo(
    () =>
      toDiagram({
        draft,
        positions: { ...positions, ...dragged },
        findings: answer.findings,
        supplierNames,
        contributions: answer.contributions,
      }),
    [draft, positions, dragged, answer, supplierNames],
  );
  const lanes = useMemo(
    () =>
      lanesOf(stagesInScope(draft.boundary.productKind, draft.boundary.business), draft.processes, positions),
    [draft, positions],
  );
  const placed = useMemo(() => Object.fromEntries(nodes.map((node) => [node.id, node.position])), [nodes]);

  const onNodesChange = useCallback(
    (changes: NodeChange<ProcessNode>[]) => {
      const moved: Record<string, { x: number; y: number }> = {};
      let dropped = false;
      for (const change of changes) {
        if (change.type !== 'position' || !change.position) continue;
        moved[change.id] = change.position;
        dropped ||= change.dragging === false;
      }
      if (!dropped) {
        if (Object.keys(moved).length > 0) setDragged((before) => ({ ...before, ...moved }));
        return;
      }
      setDragged({});
      let next = draft;
      for (const [id, position] of Object.entries(moved)) {
        const stage = stageAt(lanes, position.x);
        const process = draft.processes.find((other) => other.id === id);
        if (stage && process && process.stage !== stage) next = changeProcess(next, id, { stage });
      }
      edit(next, { ...placed, ...moved });
    },
    [draft, lanes, placed, edit],
  );
  const onSelectionChange = useCallback(
    ({ nodes: chosen, edges: chosenEdges }: OnSelectionChangeParams) =>
      setSelection({ node: chosen[0]?.id, edge: chosenEdges[0]?.id }),
    [],
  );
  const selectedNodes = nodes.map((node) =>
    node.id === selection.node ? { ...node, selected: true } : node,
  );
  const selectedEdges = edges.map((edge) => ({
    ...edge,
    ...edgeDefaults,
    selected: edge.id === selection.edge,
  }));

  const add = () => {
    const id = crypto.randomUUID();
    const stage =
      lanes.find((lane) => lane.stage === 'manufacturing')?.stage ?? lanes[0]?.stage ?? 'rawMaterial';
    const lane = lanes.find((candidate) => candidate.stage === stage);
    const below = Math.max(0, ...nodes.map((node) => node.position.y + nodeSize.height + 28));
    edit(addProcess(draft, { id, name: t('newProcess'), stage, unit: 'kg' }), {
      ...placed,
      [id]: { x: (lane?.x ?? 0) + 36, y: below },
    });
    setSelection({ node: id });
  };
  const removeSelected = () => {
    if (selection.node) edit(removeProcess(draft, selection.node));
    else if (selection.edge) edit(removeLink(draft, selection.edge));
    setSelection({});
  };

  return (
    <div className={classes.editor}>
      {saveState.kind === 'conflict' && (
        <Alert color="amber" className={classes.conflict}>
          {t('saving.conflict')}{' '}
          <Button size="compact-sm" variant="default" onClick={() => window.location.reload()}>
            {t('saving.reload')}
          </Button>
        </Alert>
      )}
      <Toolbar
        answer={answer}
        statedUnit={draft.statedUnit}
        saveState={saveState}
        canUndo={history.past.length > 0}
        canRedo={history.future.length > 0}
        canRemove={Boolean(selection.node ?? selection.edge)}
        onAdd={add}
        onArrange={async () => {
          edit(draft, await arrange(draft));
          requestAnimationFrame(() => flow.fitView({ padding: 0.1, duration: 160 }));
        }}
        onFit={() => flow.fitView({ padding: 0.1, duration: 160 })}
        onUndo={() => setHistory(undo)}
        onRedo={() => setHistory(redo)}
        onRemove={removeSelected}
      />
      <div className={classes.work}>
        <div
          className={classes.canvas}
          role="application"
          aria-label={t('canvas')}
          onKeyDown={(event) => {
            const command = event.metaKey || event.ctrlKey;
            if (command && event.key === 'z') setHistory(event.shiftKey ? redo : undo);
            else if (command && event.key === 'y') setHistory(redo);
            else if (event.key === 'Delete' || event.key === 'Backspace') removeSelected();
          }}
        >
          <ReactFlow
            nodes={selectedNodes}
            edges={selectedEdges}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            onNodesChange={onNodesChange}
            onSelectionChange={onSelectionChange}
            onNodeClick={(_, node) => setSelection({ node: node.id })}
            onEdgeClick={(_, edge) => setSelection({ edge: edge.id })}
            onPaneClick={() => setSelection({})}
            isValidConnection={({ source, target }) =>
              addLink(draft, { id: 'proposed', provider: source, process: target }) !== null
            }
            onConnect={({ source, target }) => {
              const id = crypto.randomUUID();
              const next = addLink(draft, { id, provider: source, process: target });
              if (!next) return;
              edit(next);
              setSelection({ edge: id });
            }}
            deleteKeyCode={null}
            minZoom={0.15}
            fitView
            fitViewOptions={{ padding: 0.1, maxZoom: 1 }}
            proOptions={{ hideAttribution: true }}
          >
            <StageLanes lanes={lanes} />
            <Background gap={24} color="var(--line)" />
            <Controls showInteractive={false} />
          </ReactFlow>
        </div>
        <Inspector
          draft={draft}
          node={nodes.find((node) => node.id === selection.node)}
          edge={edges.find((edge) => edge.id === selection.edge)}
          searchFactors={searchFactors}
          onEdit={edit}
        />
      </div>
    </div>
  );
}

/** What the drawing comes to right now, by the functions the server uses. */
function calculate(draft: ProductSystemDraft) {
  const checked = checkProductSystem(draft);
  if (!checked.ok) return { total: null, findings: checked.findings, contributions: {} };
  const calculated = calculateFootprint(checked.value);
  if (!calculated.ok) {
    return { total: null, findings: [...checked.findings, ...calculated.findings], contributions: {} };
  }
  return {
    total: calculated.value.total,
    findings: checked.findings,
    contributions: Object.fromEntries(
      calculated.value.byProcess.map((group) => [
        group.key,
        { kgCO2e: group.emissions, share: (group.sharePercent ?? 0) / 100 },
      ]),
    ),
  };
}
