import type { Language } from '../../../apps/web/app/i18n/languages.ts';
import { serverTranslators } from '../../../apps/web/app/i18n/server.ts';

export type { Language };

const catalogs = [
  'common',
  'alliance',
  'footprint',
  'identity',
  'processFlow',
  'products',
  'requests',
  'shell',
  'supplier',
  'targets',
  'terms',
] as const;

/**
 * What the product itself says in a language, by the name of the message: a walk looks for what is on the page, and a
 * text that is put better breaks no walk.
 */
export function wordsOf(language: Language) {
  return serverTranslators[language].getFixedT(language, catalogs);
}

export type Words = ReturnType<typeof wordsOf>;
