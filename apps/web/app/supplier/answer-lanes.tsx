import type { AnswerMode } from '@slipstream/programme';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from './request.module.css';

/** The ways to answer an item that the asking firm leaves open. */
export function AnswerLanes(props: {
  readonly requestId: string;
  readonly itemId: string;
  readonly mode: AnswerMode;
}) {
  const { t } = useTranslation('supplier');
  const { requestId, itemId, mode } = props;
  const lanes = [
    ...(mode === 'computedFootprint'
      ? []
      : [['sheet', 'request.laneSheet', 'request.laneSheetDetail'] as const]),
    ...(mode === 'inventorySheet'
      ? []
      : [['footprint', 'request.laneFigure', 'request.laneFigureDetail'] as const]),
  ];
  return (
    <div className={classes.lanes}>
      {lanes.map(([page, label, detail], index) => (
        <Link
          key={page}
          to={`/inbox/${requestId}/${page}?item=${itemId}`}
          className={classes.lane}
          data-first={index === 0 || undefined}
          prefetch="intent"
        >
          <b>{t(label)}</b>
          <span>{t(detail)}</span>
          <IconArrowRight size={18} aria-hidden />
        </Link>
      ))}
    </div>
  );
}
