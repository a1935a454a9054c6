import type { Page } from '@playwright/test';
import type { Language } from './words.ts';

/**
 * Texts on the page in another language than the reader's: Chinese on a page in English, an English sentence on a page
 * in Chinese. What is marked as another language is meant to be one; so are the names of sheets, which stand as they
 * stand in the file.
 */
export function languageFaults(page: Page, language: Language): Promise<readonly string[]> {
  return page.evaluate(foreignTexts, language);
}

/** Runs in the page: everything it needs is inside. */
function foreignTexts(language: string): string[] {
  const han = /\p{Script=Han}/u;
  const sentence = /\b[a-z]+ [a-z]+ [a-z]+ [a-z]+\b/i;
  const sheetName = /[1-6] (?:原料取得|製造－[能資源排放廢棄物]+|配送、使用、廢棄|基本資料)/gu;
  const isForeign = (text: string) =>
    language === 'en' ? han.test(text.replace(sheetName, '')) : sentence.test(text);
  const found = new Set<string>();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const place = node.parentElement;
    if (!place || place.closest('script, style, noscript, body [lang], [data-external]')) continue;
    const text = node.textContent?.trim() ?? '';
    if (isForeign(text)) found.add(`foreign text “${text.slice(0, 80)}”`);
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
    for (const name of ['aria-label', 'title', 'placeholder']) {
      const text = element.getAttribute(name) ?? '';
      if (!element.closest('body [lang]') && isForeign(text))
        found.add(`foreign ${name} “${text.slice(0, 80)}”`);
    }
  return [...found];
}
