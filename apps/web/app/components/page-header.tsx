import { Anchor, Breadcrumbs, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './page-header.module.css';
import { PageTitle } from './page-title.tsx';

interface PageHeaderProps {
  readonly title: string;
  /** One line that says what the page is about: unit, period, version. */
  readonly about?: ReactNode;
  readonly trail?: readonly { readonly label: string; readonly to: string }[];
  /** At most one of them primary. */
  readonly actions?: ReactNode;
}

/** The head of every page: where one is, what it is, what can be done. */
export function PageHeader({ title, about, trail = [], actions }: PageHeaderProps) {
  return (
    <header className={classes.header}>
      <PageTitle title={title} />
      <div className={classes.words}>
        {trail.length > 0 && (
          <Breadcrumbs separator="/" separatorMargin={6} className={classes.trail ?? ''}>
            {trail.map((step) => (
              <Anchor key={step.to} component={Link} to={step.to} size="xs" c="dimmed">
                {step.label}
              </Anchor>
            ))}
          </Breadcrumbs>
        )}
        <Title order={1}>{title}</Title>
        {about && <div className={classes.about}>{about}</div>}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </header>
  );
}
