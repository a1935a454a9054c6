/** The languages of the interface; the first is the default. */
export const languages = ['zh-TW', 'en'] as const;
export type Language = (typeof languages)[number];
export const defaultLanguage: Language = 'zh-TW';

/** The tag for `<html lang>`, which also picks the right Chinese glyphs. */
export function htmlLang(language: Language): string {
  return language === 'zh-TW' ? 'zh-Hant-TW' : 'en';
}
