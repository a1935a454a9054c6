import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

interface EmptyStateProps {
  readonly title: string;
  readonly detail: string;
  /** What to do next. */
  readonly action?: ReactNode;
}

/** Where nothing is yet: what will stand here, and the step that leads on. */
export function EmptyState({ title, detail, action }: EmptyStateProps) {
  return (
    <div className={classes.root}>
      <Title order={2}>{title}</Title>
      <Text c="dimmed" size="sm" maw="38em">
        {detail}
      </Text>
      {action}
    </div>
  );
}
