import { useViewport, ViewportPortal } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import type { Lane } from './lanes.ts';
import classes from './stage-lanes.module.css';

/** Far beyond whatever is drawn, so that a band never ends in sight. */
const far = 10_000;

/** The life-cycle stages as bands behind the processes, their names always in sight at the top. */
export function StageLanes({ lanes }: { lanes: readonly Lane[] }) {
  const { t } = useTranslation('footprint');
  const { x, zoom } = useViewport();
  const bands = lanes.map((lane, index) => {
    const left = index === 0 ? lane.x - far : lane.x;
    const right = index === lanes.length - 1 ? lane.x + lane.width + far : lane.x + lane.width;
    return { ...lane, left, width: right - left, isOdd: index % 2 === 1 };
  });
  return (
    <>
      <ViewportPortal>
        {bands.map(({ stage, left, width, isOdd }) => (
          <div
            key={stage}
            className={classes.lane}
            data-odd={isOdd || undefined}
            style={{ transform: `translate(${left}px, ${-far}px)`, width, height: 2 * far }}
          />
        ))}
      </ViewportPortal>
      <div className={classes.titles}>
        {bands.map(({ stage, left, width }) => (
          <div
            key={stage}
            className={classes.title}
            style={{ left: left * zoom + x, width: width * zoom }}
            data-stage={stage}
          >
            <span style={{ left: Math.max(0, -(left * zoom + x)) }}>
              <i aria-hidden />
              {t(`stage.${stage}`)}
            </span>
          </div>
        ))}
      </div>
    </>
  );
}
