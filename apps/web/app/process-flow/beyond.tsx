import { useReducedMotion } from '@mantine/hooks';
import { IconChevronDown, IconChevronLeft, IconChevronRight, IconChevronUp } from '@tabler/icons-react';
import { Panel, useReactFlow, useStore } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import classes from './beyond.module.css';
import type { DiagramNode } from './diagram.ts';
import { laneTitleHeight } from './lanes.ts';
import { beyond, type Side, sides } from './opening-view.ts';

const signs: Readonly<Record<Side, typeof IconChevronLeft>> = {
  left: IconChevronLeft,
  right: IconChevronRight,
  top: IconChevronUp,
  bottom: IconChevronDown,
};

interface BeyondProps {
  readonly nodes: readonly DiagramNode[];
  readonly position: 'top-right' | 'bottom-right';
}

/** What lies beyond the edges of the canvas, and the way to it: to the product first, else to what is nearest. */
export function Beyond({ nodes, position }: BeyondProps) {
  const { t } = useTranslation('processFlow');
  const flow = useReactFlow();
  const isStill = useReducedMotion();
  const [x, y, zoom] = useStore(({ transform }) => transform);
  const width = useStore((store) => store.width);
  const height = useStore((store) => store.height);
  const places = nodes.map((node) => ({
    ...node.position,
    width: node.width ?? 0,
    height: node.height ?? 0,
    isProduct: node.type === 'process' && node.data.isReference,
  }));
  const hidden = beyond(places, {
    x: -x / zoom,
    y: (laneTitleHeight - y) / zoom,
    width: width / zoom,
    height: (height - laneTitleHeight) / zoom,
  });
  const shown = sides.filter((side) => hidden[side].length > 0);
  if (width === 0 || shown.length === 0) return null;
  return (
    <Panel position={position} className={classes.panel ?? ''}>
      {shown.map((side) => {
        const there = hidden[side];
        const Sign = signs[side];
        const product = there.find(({ isProduct }) => isProduct);
        const target = product ?? there[0];
        return (
          <button
            key={side}
            type="button"
            className={classes.way}
            data-side={side}
            aria-label={t(product ? `beyond.product.${side}` : `beyond.more.${side}`, {
              count: there.length,
            })}
            onClick={() =>
              target &&
              flow.setCenter(target.x + target.width / 2, target.y + target.height / 2, {
                zoom,
                duration: isStill ? 0 : 160,
              })
            }
          >
            <span aria-hidden>{product ? t('node.reference') : there.length}</span>
            <Sign size={16} stroke={1.8} aria-hidden />
          </button>
        );
      })}
    </Panel>
  );
}
