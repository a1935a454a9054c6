import { IconSitemap } from '@tabler/icons-react';
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { unfoldedAtOnce } from './branches.ts';
import { useCanvas } from './canvas-context.ts';
import { ContributionFigure } from './contribution-figure.tsx';
import type { BranchNode } from './diagram.ts';
import { pressed } from './pressed.ts';
import classes from './supply-node.module.css';
import { useDiagramText } from './use-diagram-text.ts';

/** Assemblies of a large drawing that are folded up: how many, what they add, and a way to draw the largest of them. */
export function BranchNodeView({ data, selected }: NodeProps<BranchNode>) {
  const { t } = useTranslation('processFlow');
  const text = useDiagramText();
  const { show } = useCanvas();
  const name = text.branch(data);
  return (
    <div
      className={classes.node}
      data-stage={data.stage}
      data-selected={selected || undefined}
      data-open={data.openInputs > 0 || undefined}
      data-folded
    >
      <Handle type="target" position={Position.Left} className={classes.handle} isConnectable={false} />
      <div className={classes.head}>
        <span className={classes.name} title={name}>
          {name}
        </span>
        <IconSitemap size={15} stroke={1.8} aria-hidden />
      </div>
      <div className={classes.foot}>
        <ContributionFigure part={data.contribution} none={t('node.notCalculated')} isHatched={false} />
        <button
          type="button"
          className={`${classes.more} nodrag nopan`}
          {...pressed(() => show(data.branch.next.slice(0, unfoldedAtOnce)))}
        >
          {t('supply.unfold')}
          <span className="visually-hidden">{name}</span>
        </button>
      </div>
      <Handle type="source" position={Position.Right} className={classes.handle} isConnectable={false} />
    </div>
  );
}
