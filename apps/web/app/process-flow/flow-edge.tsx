import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getBezierPath } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { FlowEdge } from './diagram.ts';
import classes from './flow-edge.module.css';

/** A flow between two processes, with its amount and unit on the line. */
export function FlowEdgeView(props: EdgeProps<FlowEdge>) {
  const { t } = useTranslation('processFlow');
  const language = useLanguage();
  const [path, x, y] = getBezierPath(props);
  const { data, selected } = props;
  const missing = data?.amount === null;
  return (
    <>
      <BaseEdge
        path={path}
        {...(props.markerEnd ? { markerEnd: props.markerEnd } : {})}
        style={{
          stroke: selected ? 'var(--primary)' : 'var(--ink-muted)',
          strokeWidth: selected ? 2.5 : 1.5,
        }}
      />
      <EdgeLabelRenderer>
        <div
          className={classes.label}
          data-missing={missing || undefined}
          data-selected={selected || undefined}
          style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
        >
          {data && !missing && data.amount !== null
            ? `${formatAmount(data.amount, language)} ${data.unit ?? ''}`
            : t('edge.amountMissing')}
        </div>
      </EdgeLabelRenderer>
    </>
  );
}
