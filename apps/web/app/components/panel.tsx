import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './panel.module.css';

interface PanelProps {
  readonly title?: string;
  /** Columns of twelve the panel takes on wide screens. */
  readonly span?: 4 | 5 | 6 | 7 | 8 | 12;
  /** Beside a long panel it is as high as what it holds, and stays in sight. */
  readonly staysInSight?: boolean;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** A grid of panels, twelve columns wide; one column on phones. */
export function Panels({ children }: { children: ReactNode }) {
  return <div className={classes.grid}>{children}</div>;
}

/** A white panel with its own heading. */
export function Panel({ title, span = 12, staysInSight, tools, children }: PanelProps) {
  const heading = useId();
  return (
    <section
      className={classes.panel}
      data-span={span}
      data-stays={staysInSight || undefined}
      aria-labelledby={title ? heading : undefined}
    >
      {(title || tools) && (
        <div className={classes.head}>
          {title && (
            <Title order={2} id={heading}>
              {title}
            </Title>
          )}
          {tools}
        </div>
      )}
      {children}
    </section>
  );
}
