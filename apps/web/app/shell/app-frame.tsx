import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { AccountMenu } from './account-menu.tsx';
import classes from './app-frame.module.css';
import { type NavigationEntry, navigationOf, type OrganizationKind } from './navigation.ts';
import { OrganizationSwitch } from './organization-switch.tsx';

export interface Viewer {
  readonly name: string;
  readonly organization: { readonly id: string; readonly name: string; readonly kind: OrganizationKind };
  /** Every organization this person belongs to, the present one included. */
  readonly organizations: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: OrganizationKind;
  }[];
}

interface AppFrameProps {
  readonly viewer: Viewer;
  /** How many things wait for the viewer, by navigation entry. */
  readonly waiting: Partial<Record<NavigationEntry['label'], number>>;
  readonly notifications: ReactNode;
  readonly children: ReactNode;
}

/** How many entries the bar of phones holds; the rest is in the menu above. */
const phoneEntries = 4;

/** The frame of every signed-in page: rail on wide screens, a bar of four at the bottom of phones. */
export function AppFrame({ viewer, waiting, notifications, children }: AppFrameProps) {
  const { t } = useTranslation(['shell', 'common']);
  const entries = navigationOf[viewer.organization.kind];
  const links = (limit: number) =>
    entries.slice(0, limit).map((entry) => {
      const count = waiting[entry.label] ?? 0;
      return (
        <NavLink key={entry.to} to={entry.to} className={classes.link ?? ''} prefetch="intent">
          <entry.icon size={20} stroke={1.6} aria-hidden />
          <span className={classes.label}>{t(`shell:navigation.${entry.label}`)}</span>
          {count > 0 && (
            <span className={classes.count}>
              <span aria-hidden>{count}</span>
              <span className="visually-hidden">{t('shell:navigation.waiting', { count })}</span>
            </span>
          )}
        </NavLink>
      );
    });
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#content">
        {t('common:skipToContent')}
      </a>
      <header className={classes.rail}>
        <OrganizationSwitch viewer={viewer} />
        <nav className={classes.railLinks} aria-label={t('shell:navigation.label')}>
          {links(entries.length)}
        </nav>
        <div className={classes.railFoot}>
          {notifications}
          <AccountMenu name={viewer.name} />
        </div>
      </header>
      <header className={classes.phoneHead}>
        <OrganizationSwitch viewer={viewer} />
        <div className={classes.phoneTools}>
          {notifications}
          <AccountMenu name={viewer.name} more={entries.slice(phoneEntries)} />
        </div>
      </header>
      <main id="content" className={classes.content} tabIndex={-1}>
        {children}
      </main>
      <nav className={classes.phoneBar} aria-label={t('shell:navigation.label')}>
        {links(phoneEntries)}
      </nav>
    </div>
  );
}
