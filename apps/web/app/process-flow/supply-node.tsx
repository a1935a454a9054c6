import { IconChevronDown, IconChevronRight, IconLock } from '@tabler/icons-react';
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { formatEmissions } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useCanvas } from './canvas-context.ts';
import { ContributionFigure } from './contribution-figure.tsx';
import { mostOpenedParts, type SupplyNode } from './diagram.ts';
import { pressed } from './pressed.ts';
import classes from './supply-node.module.css';
import { SupplyState } from './supply-state.tsx';
import { useDiagramText } from './use-diagram-text.ts';

/** Whom a process buys from: name, how well it is known, what it adds; its parts where they are few. */
export function SupplyNodeView({ data, selected }: NodeProps<SupplyNode>) {
  const { t } = useTranslation('processFlow');
  const language = useLanguage();
  const text = useDiagramText();
  const { toggleParts, unfold } = useCanvas();
  const { bundle, parts, isOpened, openInputs, contribution } = data;
  const name = text.supply(data);
  const isFolded = bundle.supplies.length > 1;
  const isListable = !isFolded && parts.length > 1 && parts.length <= mostOpenedParts;
  const Chevron = isOpened ? IconChevronDown : IconChevronRight;
  return (
    <div
      className={classes.node}
      data-stage={data.stage}
      data-selected={selected || undefined}
      data-open={openInputs > 0 || undefined}
      data-folded={isFolded || undefined}
    >
      <div className={classes.head}>
        <span className={classes.name} title={name}>
          {name}
        </span>
        <SupplyState data={data} />
      </div>
      <div className={classes.foot}>
        <ContributionFigure
          part={contribution}
          none={t('node.notCalculated')}
          isHatched={data.data === 'secondary'}
        />
        {isFolded ? (
          <button
            type="button"
            className={`${classes.more} nodrag nopan`}
            {...pressed(() => unfold(bundle.process))}
          >
            {t('supply.unfold')}
          </button>
        ) : isListable ? (
          <button
            type="button"
            className={`${classes.more} nodrag nopan`}
            aria-expanded={isOpened}
            {...pressed(() => toggleParts(bundle.id))}
          >
            {t('supply.parts', { count: parts.length })}
            <span className="visually-hidden">{name}</span>
            <Chevron size={13} aria-hidden />
          </button>
        ) : (
          <span className={classes.what} title={parts[0]?.name}>
            {parts.length === 1 ? parts[0]?.name : t('supply.parts', { count: parts.length })}
          </span>
        )}
      </div>
      {isOpened && (
        <ul className={classes.parts}>
          {parts.map((part) => (
            <li key={part.exchange}>
              <span>
                {part.isSealed && (
                  <IconLock size={12} stroke={1.8} role="img" aria-label={t('node.sealed')} />
                )}{' '}
                {part.name}
              </span>
              <span>{text.carried(part.carried)}</span>
              <b>{part.kgCO2e === null ? t('supply.noAnswer') : formatEmissions(part.kgCO2e, language)}</b>
            </li>
          ))}
        </ul>
      )}
      <Handle type="source" position={Position.Right} className={classes.handle} isConnectable={false} />
    </div>
  );
}
