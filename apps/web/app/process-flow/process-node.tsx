import { IconAlertTriangle, IconLock, IconPlug } from '@tabler/icons-react';
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { formatAmount, formatShare } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { ProcessNode } from './diagram.ts';
import classes from './process-node.module.css';

/** A process on the canvas: what it is, who runs it, what it emits, whether something is missing. */
export function ProcessNodeView({ data, selected }: NodeProps<ProcessNode>) {
  const { t } = useTranslation('processFlow');
  const language = useLanguage();
  const errors = data.findings.filter((finding) => finding.severity === 'error').length;
  return (
    <div
      className={classes.node}
      data-stage={data.stage}
      data-kind={data.kind}
      data-selected={selected || undefined}
      data-faulty={errors > 0 || undefined}
    >
      <Handle type="target" position={Position.Left} className={classes.handle} />
      <div className={classes.name}>{data.name}</div>
      <div className={classes.meta}>
        {data.kind === 'sealed' && <IconLock size={13} stroke={1.8} aria-label={t('node.sealed')} />}
        <span className={classes.supplier}>{data.supplierName ?? t('node.ownProcess')}</span>
        {data.factorInputs > 0 && (
          <span className={classes.inputs}>
            <IconPlug size={13} stroke={1.8} aria-hidden />
            <span aria-hidden>{data.factorInputs}</span>
            <span className="visually-hidden">{t('node.factorInputs', { count: data.factorInputs })}</span>
          </span>
        )}
      </div>
      <div className={classes.foot}>
        {data.contribution ? (
          <>
            <span className={classes.share}>
              <span style={{ width: `${Math.min(100, Math.abs(data.contribution.share) * 100)}%` }} />
            </span>
            <span className={classes.amount}>
              {formatAmount(data.contribution.kgCO2e, language)}&thinsp;kg ·{' '}
              {formatShare(data.contribution.share, language)}
            </span>
          </>
        ) : (
          <span className={classes.amount}>{t('node.notCalculated')}</span>
        )}
        {data.findings.length > 0 && (
          <span className={classes.alert}>
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
