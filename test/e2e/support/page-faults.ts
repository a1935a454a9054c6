import type { Page } from '@playwright/test';

/**
 * What a reader would call broken on the page as it stands: no or several main headings, no title, the wrong language
 * of the document, the name of a message instead of its text, a figure that is none, text that is cut off, a page that
 * scrolls sideways, and on a phone a control too low for a thumb. Empty where all is well.
 */
export function pageFaults(page: Page, language: 'zh-TW' | 'en'): Promise<readonly string[]> {
  return page.evaluate(faultsInside, language === 'en' ? 'en' : 'zh-Hant-TW');
}

/** Runs in the page: everything it needs is inside. */
function faultsInside(lang: string): string[] {
  const faults: string[] = [];
  const isPhone = window.innerWidth < 500;
  // A drawing is panned and zoomed: what its edge cuts is a drag away, what is on it has no size of its own.
  const drawing = '.react-flow';
  const zoomed = '.react-flow__viewport';
  const tellPlace = (element: Element) =>
    `${element.tagName.toLowerCase()}.${String(element.getAttribute('class') ?? '').split(' ')[0]}`;

  const headings = [...document.querySelectorAll('h1')].filter((heading) => heading.textContent?.trim());
  if (headings.length !== 1) faults.push(`${headings.length} h1`);
  if (!document.title.trim()) faults.push('no title');
  if (document.documentElement.lang !== lang) faults.push(`lang is ${document.documentElement.lang}`);
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.push(`scrolls sideways by ${scrollWidth - clientWidth} px`);

  const noFigure = /\b(?:NaN|undefined|Infinity|null)\b|\[object /;
  const keyOfMessage = /^(?:[a-zA-Z]+:)?[a-z]\w*(?:\.[a-z]\w*)+$|\{\{/;
  const fileName = /\.(?:xlsx|csv|pdf|svg|png|json|example)$/;
  const judgeText = (text: string, place: Element) => {
    const said = text.trim();
    if (noFigure.test(said)) faults.push(`“${said.slice(0, 60)}” at ${tellPlace(place)}`);
    if (keyOfMessage.test(said) && !fileName.test(said))
      faults.push(`message name “${said.slice(0, 60)}” at ${tellPlace(place)}`);
  };
  for (const element of document.querySelectorAll('body *')) {
    for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'aria-description'])
      judgeText(element.getAttribute(name) ?? '', element);
    if (element instanceof HTMLInputElement && element.type !== 'hidden') judgeText(element.value, element);
  }

  const isShown = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !element.closest('.visually-hidden');
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const parent = node.parentElement;
    if (!parent || !node.textContent?.trim() || parent.closest('script, style, noscript')) continue;
    judgeText(node.textContent, parent);
    // What is typed scrolls within its field.
    if (!isShown(parent) || parent.closest(drawing) || parent.closest('textarea')) continue;
    range.selectNodeContents(node);
    const cut = cutBy(parent, range.getBoundingClientRect());
    if (cut) faults.push(`“${node.textContent.trim().slice(0, 40)}” is cut off by ${cut}`);
  }

  if (isPhone)
    for (const control of document.querySelectorAll(
      'button, summary, select, textarea, [role=button], [role=combobox], input:not([type=checkbox], [type=radio], [type=hidden], [type=file])',
    )) {
      if (control.closest(zoomed)) continue;
      // What is pressed of a field is its frame.
      const { height } = (control.closest('.mantine-Input-wrapper') ?? control).getBoundingClientRect();
      if (isShown(control) && height > 1 && height < 47.5)
        faults.push(
          `${tellPlace(control)} “${control.textContent?.trim().slice(0, 20)}” is ${Math.round(height)} px high`,
        );
    }
  return [...new Set(faults)];

  /** The first frame around a text that hides a part of it; what scrolls hides nothing. */
  function cutBy(start: Element, text: DOMRect): string | null {
    for (let frame: Element | null = start; frame && frame !== document.body; frame = frame.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(frame);
      const box = frame.getBoundingClientRect();
      if (/auto|scroll/.test(overflowX + overflowY)) return null;
      const isClipped = /hidden|clip/;
      if (isClipped.test(overflowX) && (text.right > box.right + 1 || text.left < box.left - 1))
        return tellPlace(frame);
      if (isClipped.test(overflowY) && (text.bottom > box.bottom + 2 || text.top < box.top - 2))
        return tellPlace(frame);
      if (position === 'fixed') return null;
    }
    // What lies beyond the edge altogether waits there until it has the focus.
    const isParked = text.right <= 0;
    return !isParked && (text.right > window.innerWidth + 1 || text.left < -1)
      ? 'the edge of the screen'
      : null;
  }
}
