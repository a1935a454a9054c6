import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { HydratedRouter } from 'react-router/dom';
import { translator } from './i18n/instance.ts';
import type { Language } from './i18n/languages.ts';

const language: Language = document.documentElement.lang === 'en' ? 'en' : 'zh-TW';
const messages =
  language === 'en' ? (await import('./i18n/en/index.ts')).en : (await import('./i18n/zh-TW/index.ts')).zhTW;

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <I18nextProvider i18n={translator(language, messages)}>
        <HydratedRouter />
      </I18nextProvider>
    </StrictMode>,
  );
});
