import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/** What WCAG 2.2 AA calls a fault on the page once it has come to rest, as far as a machine can tell: the rule and its place. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(source);
  return page.evaluate(async (values) => {
    // Half faded in, nothing has the colours it will have. What never ends is judged as it is.
    const passing = document.getAnimations().filter(({ playState }) => playState === 'running');
    const atRest = Promise.allSettled(passing.map(({ finished }) => finished));
    await Promise.race([atRest, new Promise((resolve) => setTimeout(resolve, 1000))]);
    // What a dialog covers is out of reach while it is there.
    const modal = document.querySelector('[aria-modal=true]');
    const reachable = modal ? [modal, ...document.querySelectorAll('.mantine-Popover-dropdown')] : [document];
    const results = await window.axe?.run(
      { include: reachable as Node[] },
      {
        runOnly: { type: 'tag', values },
        resultTypes: ['violations'],
      },
    );
    // As on a map, what stands close on a drawing is drawn apart by who looks closer: WCAG 2.5.8 leaves such pins alone.
    const isPin = (id: string, [selector]: readonly unknown[]) =>
      id === 'target-size' &&
      document.querySelector(String(selector))?.closest('.react-flow__viewport') != null;
    return (results?.violations ?? [{ id: 'axe did not run', nodes: [] }]).flatMap(({ id, nodes }) =>
      nodes.length === 0
        ? [id]
        : nodes
            .filter(({ target }) => !isPin(id, target))
            .map(({ target, any }) => `${id} at ${target.join(' ')}: ${any[0]?.message ?? ''}`),
    );
  }, tags);
}
