import type { Finding } from '@slipstream/quantity';
import { useTranslation } from 'react-i18next';

/** Turns findings into sentences of the reader's language; the catalogs hold one for every code (tested). */
export function useFindingText(): (finding: Finding) => string {
  const { i18n } = useTranslation();
  const translate = i18n.getFixedT(i18n.language, 'findings') as unknown as (
    code: string,
    options: object,
  ) => string;
  return (finding) => translate(finding.code, { ...finding.values, keySeparator: false });
}
