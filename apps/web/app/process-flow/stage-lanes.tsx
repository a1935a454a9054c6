import { ViewportPortal } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import type { Lane } from './lanes.ts';
import classes from './stage-lanes.module.css';

/** Far above and below whatever is drawn, so that a band never ends in sight. */
const top = -10_000;
const depth = 30_000;
const titleAbove = 46;

/** The life-cycle stages as bands behind the processes. */
export function StageLanes({ lanes }: { lanes: readonly Lane[] }) {
  const { t } = useTranslation('footprint');
  return (
    <ViewportPortal>
      {lanes.map((lane, index) => (
        <div
          key={lane.stage}
          className={classes.lane}
          data-odd={index % 2 === 1 || undefined}
          style={{ transform: `translate(${lane.x}px, ${top}px)`, width: lane.width, height: depth }}
        >
          <span className={classes.title} style={{ top: -top - titleAbove }}>
            {t(`stage.${lane.stage}`)}
          </span>
        </div>
      ))}
    </ViewportPortal>
  );
}
