import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getBezierPath } from '@xyflow/react';
import type { FlowEdge } from './diagram.ts';
import classes from './flow-edge.module.css';
import { useDiagramText } from './use-diagram-text.ts';

/** A flow between two nodes, with what it carries on the line. */
export function FlowEdgeView(props: EdgeProps<FlowEdge>) {
  const text = useDiagramText();
  const [path, x, y] = getBezierPath(props);
  const { data, selected } = props;
  return (
    <>
      <BaseEdge
        path={path}
        className={classes.line ?? ''}
        data-selected={selected || undefined}
        data-supply={data?.link === null || undefined}
        {...(props.markerEnd ? { markerEnd: props.markerEnd } : {})}
      />
      <EdgeLabelRenderer>
        <div
          className={classes.label}
          data-missing={(data?.carried.missing ?? 0) > 0 || undefined}
          data-selected={selected || undefined}
          style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
          aria-hidden
        >
          {data && text.carried(data.carried)}
        </div>
      </EdgeLabelRenderer>
    </>
  );
}
