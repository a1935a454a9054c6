import type { EmissionFactor } from '@slipstream/footprint';
import { useLanguage } from '../i18n/use-language.ts';

type Named = Pick<EmissionFactor, 'name' | 'nameEnglish' | 'source' | 'sourceChinese'>;

interface FactorText {
  readonly name: string;
  readonly source: string;
  /** `lang` of the source, where it is cited in another language than the page's. */
  readonly sourceLang: 'en' | undefined;
}

/** What a factor is called and where it comes from, in the reader's language where the record tells. */
export function useFactorText(): (factor: Named) => FactorText {
  const language = useLanguage();
  return ({ name, nameEnglish, source, sourceChinese }) => {
    if (language === 'en') return { name: nameEnglish ?? name, source, sourceLang: undefined };
    const cited = sourceChinese ?? source;
    return { name, source: cited, sourceLang: /\p{Script=Han}/u.test(cited) ? undefined : 'en' };
  };
}
