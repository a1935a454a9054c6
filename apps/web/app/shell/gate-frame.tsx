import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useRouteLoaderData, useSubmit } from 'react-router';
import { PageTitle } from '../components/page-title.tsx';
import { languages } from '../i18n/languages.ts';
import type { loader as rootLoader } from '../root.tsx';
import classes from './gate-frame.module.css';

/** The frame of pages before signing in: the mark, one panel, the language. */
export function GateFrame({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation(['common', 'shell']);
  const submit = useSubmit();
  const location = useLocation();
  const root = useRouteLoaderData<typeof rootLoader>('root');
  const other = languages.find((language) => language !== root?.language) ?? 'en';
  return (
    <div className={classes.frame}>
      <PageTitle title={title} />
      <header className={classes.head}>
        <img src="/favicon.svg" alt="" width={36} height={36} />
        <div>
          <b>{t('common:productName')}</b>
          <Text size="xs" c="dimmed">
            {t('common:tagline')}
          </Text>
        </div>
        <button
          type="button"
          className={classes.language}
          lang={other === 'en' ? 'en' : 'zh-Hant-TW'}
          onClick={() =>
            submit(
              { language: other, returnTo: `${location.pathname}${location.search}` },
              { method: 'post', action: '/preferences' },
            )
          }
        >
          {other === 'en' ? 'English' : '繁體中文'}
        </button>
      </header>
      <main id="content" className={classes.panel}>
        <Title order={1}>{title}</Title>
        {children}
      </main>
    </div>
  );
}
