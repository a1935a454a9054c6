/** The languages of the interface; the first is the default. */
export const languages = ['zh-TW', 'en'] as const;
export type Language = (typeof languages)[number];
export const defaultLanguage: Language = 'zh-TW';

/** The cookie that remembers a reader's choice. */
export const languageCookie = 'language';

/** The language a request asks for: the reader's choice if one was made, else the default. */
export function languageOf(cookieHeader: string | null): Language {
  const chosen = cookieHeader?.match(/(?:^|;\s*)language=([^;]+)/)?.[1];
  return languages.find((language) => language === chosen) ?? defaultLanguage;
}

/** The tag for `<html lang>`, which also picks the right Chinese glyphs. */
export function htmlLang(language: Language): string {
  return language === 'zh-TW' ? 'zh-Hant-TW' : 'en';
}
