import { useTranslation } from 'react-i18next';
import { defaultLanguage, type Language, languages } from './languages.ts';

/** The language the page is shown in. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return languages.find((language) => language === i18n.language) ?? defaultLanguage;
}
