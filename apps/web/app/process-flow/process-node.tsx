import { IconAlertTriangle, IconLock, IconPlug } from '@tabler/icons-react';
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { BalanceSign } from './balance-note.tsx';
import { ContributionFigure } from './contribution-figure.tsx';
import type { ProcessNode } from './diagram.ts';
import classes from './process-node.module.css';

/** A process on the canvas: what it is, who runs it, what it emits, whether it balances and what is missing. */
export function ProcessNodeView({ data, selected }: NodeProps<ProcessNode>) {
  const { t } = useTranslation('processFlow');
  const errors = data.findings.filter((finding) => finding.severity === 'error').length;
  const hasNothingOwn = data.kind === 'unit' && data.contribution === null && data.ownInputs === 0;
  return (
    <div
      className={classes.node}
      data-stage={data.stage}
      data-kind={data.kind}
      data-selected={selected || undefined}
      data-faulty={errors > 0 || undefined}
    >
      <Handle type="target" position={Position.Left} className={classes.handle} />
      <div className={classes.name} title={data.name}>
        {data.name}
      </div>
      <div className={classes.meta}>
        {data.kind === 'sealed' && (
          <IconLock size={13} stroke={1.8} role="img" aria-label={t('node.sealed')} />
        )}
        <span className={classes.supplier}>{data.supplierName ?? t('node.ownProcess')}</span>
        {data.ownInputs > 0 && (
          <span className={classes.inputs} title={t('node.ownInputs', { count: data.ownInputs })}>
            <IconPlug size={13} stroke={1.8} aria-hidden />
            <span aria-hidden>{data.ownInputs}</span>
            <span className="visually-hidden">{t('node.ownInputs', { count: data.ownInputs })}</span>
          </span>
        )}
        {data.balance && <BalanceSign light={data.balance} />}
      </div>
      <div className={classes.foot}>
        <ContributionFigure
          part={data.contribution}
          none={t(hasNothingOwn ? 'node.nothingOwn' : 'node.notCalculated')}
        />
        {data.findings.length > 0 && (
          <span className={classes.alert} title={t('node.findings', { count: data.findings.length })}>
            <IconAlertTriangle size={15} stroke={1.8} aria-hidden />
            <span className="visually-hidden">{t('node.findings', { count: data.findings.length })}</span>
          </span>
        )}
      </div>
      {data.isReference && <span className={classes.reference}>{t('node.reference')}</span>}
      <Handle type="source" position={Position.Right} className={classes.handle} />
    </div>
  );
}
