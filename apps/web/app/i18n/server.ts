import type { i18n } from 'i18next';
import { en } from './en/index.ts';
import { translator } from './instance.ts';
import type { Language } from './languages.ts';
import { zhTW } from './zh-TW/index.ts';

/** The server's translators, made once. */
export const serverTranslators: Readonly<Record<Language, i18n>> = {
  'zh-TW': translator('zh-TW', zhTW),
  en: translator('en', en),
};
