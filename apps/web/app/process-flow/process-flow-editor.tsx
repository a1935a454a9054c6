import '@xyflow/react/dist/style.css';
import { Alert, Button } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { type ProductSystemDraft, stagesInScope } from '@slipstream/footprint';
import type { LatestRequest } from '@slipstream/services';
import { ReactFlowProvider, useReactFlow, useStoreApi } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalAlert } from '../components/refusal-alert.tsx';
import { answerOf } from './answer.ts';
import { arrange } from './arrange.ts';
import { foldedAtFirst } from './branches.ts';
import { Canvas, frameOf, type Selection } from './canvas.tsx';
import { CanvasProvider } from './canvas-context.ts';
import { boxOf, type Diagram, nodeSize, type Positions, placeShape, shapeOf } from './diagram.ts';
import { addLink, addProcess, removeExchanges, removeLink, removeProcess } from './draft-edits.ts';
import type { FactorSearch } from './factor-picker.tsx';
import { beginHistory, record, redo, undo } from './history.ts';
import { Inspector } from './inspector.tsx';
import { lanesOf } from './lanes.ts';
import { boundsOf, isLegibleWhole, openingView } from './opening-view.ts';
import classes from './process-flow-editor.module.css';
import { removedBetween } from './removed-between.ts';
import { suppliesOf } from './supplies.ts';
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
  readonly supplierRelations: Readonly<Record<string, string>>;
  readonly requests: Readonly<Record<string, LatestRequest>>;
  readonly searchFactors: FactorSearch;
  readonly save: (drawing: Drawing, version: number) => Promise<SaveOutcome>;
}

const nothing: Selection = { kind: 'nothing' };
const noticeMs = 8_000;
/** The process-flow diagram: what is drawn here is what is calculated. */
export function ProcessFlowEditor(props: ProcessFlowEditorProps) {
  return (
    <ReactFlowProvider>
      <Editor {...props} />
    </ReactFlowProvider>
  );
}

function layoutOf(draft: ProductSystemDraft, { nodes, edges }: Diagram) {
  const stages = stagesInScope(draft.boundary.productKind, draft.boundary.business);
  return { boxes: nodes.map(boxOf), arrows: edges, stages };
}

function Editor({ drawing, version, save, ...props }: ProcessFlowEditorProps) {
  const { t } = useTranslation('processFlow');
  const { supplierNames, requests } = props;
  const flow = useReactFlow();
  const store = useStoreApi();
  const duration = useReducedMotion() ? 0 : 160;
  const [history, setHistory] = useState(() => beginHistory(drawing));
  // What nobody has laid out yet is laid out here, and kept with the first change that is made.
  const [firstLayout, setFirstLayout] = useState<Positions | null>(null);
  const [dragged, setDragged] = useState<Positions>({});
  const [selection, setSelection] = useState<Selection>(nothing);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [foldedFirst] = useState(() => foldedAtFirst(drawing.draft, answerOf(drawing.draft)));
  const [folded, setFolded] = useState(foldedFirst);
  const [removed, setRemoved] = useState<readonly string[]>([]);
  const { draft } = history.present;
  const saveState = useAutosave(history.present, version, save);

  const answer = useMemo(() => answerOf(draft), [draft]);
  const shape = useMemo(
    () => shapeOf({ draft, answer, supplierNames, unfolded, opened, folded }),
    [draft, answer, supplierNames, unfolded, opened, folded],
  );
  const diagram = useMemo(
    () => placeShape(shape, { ...firstLayout, ...history.present.positions, ...dragged }),
    [shape, firstLayout, history.present.positions, dragged],
  );
  const supplies = useMemo(() => suppliesOf(draft, answer.byLine), [draft, answer]);
  const placed = diagram.positions;
  const lanes = useMemo(() => {
    const { stages, boxes } = layoutOf(draft, diagram);
    // While something is dragged the lanes stand still under it.
    return lanesOf(stages, boxes, { ...placed, ...firstLayout, ...history.present.positions });
  }, [draft, diagram, placed, firstLayout, history.present.positions]);

  useEffect(() => {
    if (firstLayout) return;
    const isLaidOut = Object.keys(drawing.positions).length > 0;
    if (isLaidOut) setFirstLayout(drawing.positions);
    else void arrange(layoutOf(draft, diagram)).then(setFirstLayout);
  }, [draft, diagram, drawing, firstLayout]);
  useEffect(() => {
    if (removed.length === 0) return;
    const timer = setTimeout(() => setRemoved([]), noticeMs);
    return () => clearTimeout(timer);
  }, [removed]);

  const edit = useCallback(
    (next: ProductSystemDraft, positions: Positions = placed) => {
      setHistory((now) => record(now, { draft: next, positions }));
      setRemoved(removedBetween(draft, next));
    },
    [draft, placed],
  );
  const connect = (provider: string, process: string) => {
    const id = crypto.randomUUID();
    const next = addLink(draft, { id, provider, process });
    if (!next) return;
    edit(next);
    setSelection({ kind: 'edge', id });
  };
  const add = () => {
    const id = crypto.randomUUID();
    const lane = lanes.find(({ stage }) => stage === 'manufacturing') ?? lanes[0];
    const below = Math.max(
      0,
      ...diagram.nodes.map(({ position, height }) => position.y + (height ?? 0) + 28),
    );
    const positions = { ...placed, [id]: { x: (lane?.x ?? 0) + 36, y: below } };
    const process = { id, name: t('newProcess'), stage: lane?.stage ?? 'rawMaterial', unit: 'kg' } as const;
    edit(addProcess(draft, process), positions);
    setSelection({ kind: 'node', id });
    // Into sight, with what stands around it: all of it where that can be read.
    const around = { x: (lane?.x ?? 0) - 200, y: below - 300, width: 700, height: 500 };
    const all = boundsOf([...layoutOf(draft, diagram).boxes, { id, ...nodeSize }], positions);
    const frame = frameOf(store.getState());
    requestAnimationFrame(() =>
      isLegibleWhole(all, frame)
        ? flow.setViewport(openingView(all, frame), { duration })
        : flow.fitBounds(around, { duration }),
    );
  };
  const removeSelected = () => {
    const node = diagram.nodes.find(({ id }) => selection.kind === 'node' && id === selection.id);
    if (node?.type === 'branch') return;
    if (node?.type === 'process') edit(removeProcess(draft, node.id));
    else if (node)
      edit(
        removeExchanges(
          draft,
          node.data.bundle.process,
          node.data.parts.map(({ exchange }) => exchange),
        ),
      );
    else if (selection.kind === 'edge') edit(removeLink(draft, selection.id));
    setSelection(nothing);
  };
  const step = (to: typeof undo) => {
    setRemoved([]);
    setHistory(to);
  };
  const arrangeAnew = async () => {
    const layout = layoutOf(draft, diagram);
    const positions = await arrange(layout);
    edit(draft, positions);
    const view = openingView(boundsOf(layout.boxes, positions), frameOf(store.getState()));
    requestAnimationFrame(() => flow.setViewport(view, { duration }));
  };
  const canvas = useMemo(
    () => ({
      requests,
      toggleParts: (supply: string) => setOpened((now) => toggled(now, supply)),
      unfold: (process: string) => {
        setUnfolded((now) => toggled(now, process));
        setSelection(nothing);
      },
      show: (processes: readonly string[]) => {
        setFolded((now) => new Set([...now].filter((id) => !processes.includes(id))));
        setSelection(nothing);
      },
    }),
    [requests],
  );

  if (!firstLayout) return null;
  return (
    <CanvasProvider value={canvas}>
      <div className={classes.editor}>
        {saveState.kind === 'conflict' && (
          <Alert color="amber" className={classes.conflict}>
            {t('saving.conflict')}{' '}
            <Button size="compact-sm" variant="default" onClick={() => window.location.reload()}>
              {t('saving.reload')}
            </Button>
          </Alert>
        )}
        {saveState.kind === 'refused' && <RefusalAlert refused={saveState.refused} />}
        <Toolbar
          answer={answer}
          statedUnit={draft.statedUnit}
          saveState={saveState}
          canUndo={history.past.length > 0}
          canRedo={history.future.length > 0}
          canRemove={selection.kind !== 'nothing' && !selection.id.startsWith('branch:')}
          canFold={unfolded.size > 0 || folded.size < foldedFirst.size}
          onAdd={add}
          onFold={() => {
            setUnfolded(new Set());
            setFolded(foldedFirst);
          }}
          onArrange={arrangeAnew}
          onUndo={() => step(undo)}
          onRedo={() => step(redo)}
          onRemove={removeSelected}
        />
        <div className={classes.work}>
          <Canvas
            draft={draft}
            diagram={diagram}
            lanes={lanes}
            selection={selection}
            onSelect={setSelection}
            onDrag={(moved) => setDragged((before) => ({ ...before, ...moved }))}
            onMove={(next, moved) => {
              setDragged({});
              edit(next, { ...placed, ...moved });
            }}
            onConnect={connect}
            onRemove={removeSelected}
            onUndo={() => step(undo)}
            onRedo={() => step(redo)}
          >
            {removed.length > 0 && (
              <div className={classes.notice} role="status">
                {t(removed.length === 1 ? 'removed.one' : 'removed.many', {
                  name: removed[0] ?? '',
                  count: removed.length,
                })}
                <Button size="compact-sm" variant="subtle" onClick={() => step(undo)}>
                  {t('toolbar.undo')}
                </Button>
              </div>
            )}
          </Canvas>
          <Inspector
            draft={draft}
            node={diagram.nodes.find(({ id }) => selection.kind === 'node' && id === selection.id)}
            edge={diagram.edges.find(({ id }) => selection.kind === 'edge' && id === selection.id)}
            supplies={supplies}
            supplierNames={supplierNames}
            supplierRelations={props.supplierRelations}
            searchFactors={props.searchFactors}
            onEdit={edit}
            onConnect={connect}
            onClose={() => setSelection(nothing)}
          />
        </div>
      </div>
    </CanvasProvider>
  );
}

function toggled(set: ReadonlySet<string>, item: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}
