import type { Finding } from '@slipstream/quantity';
import { useTranslation } from 'react-i18next';
import { findingSentence, type Reader } from './finding-sentence.ts';
import { useCalendar } from './use-calendar.ts';
import { useLanguage } from './use-language.ts';

/** Turns findings into sentences of the reader's language; the catalogs hold one for every code (tested). */
export function useFindingText(): (finding: Finding) => string {
  const { i18n } = useTranslation();
  const language = useLanguage();
  const calendar = useCalendar();
  const translate = i18n.getFixedT(language) as unknown as Reader['translate'];
  return (finding) => findingSentence(finding, { translate, language, calendar });
}
