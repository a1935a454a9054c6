export { expect } from 'vitest';

// Stands in for vitest while the tests of a slice are loaded (load-tests.ts): keeps them, so that the runner can run
// each as often as there are changes without loading anything again.

type Body = (...values: never[]) => unknown;

export interface CollectedTest {
  readonly id: string;
  readonly run: () => unknown;
}

export const collectedTests: CollectedTest[] = [];
let titles: readonly string[] = [];

/** The title, the options if any, the body, the time limit if any. */
type Arguments = readonly [title: string, ...rest: unknown[]];
const bodyOf = (rest: readonly unknown[]) => rest.find((one) => typeof one === 'function') as Body;

/** `describe` and `it` with their `each`: one call per row, a row that is a list spread over the arguments. */
const withEach = (declare: (...args: Arguments) => void) =>
  Object.assign(declare, {
    each:
      (rows: readonly unknown[]) =>
      (...[title, ...rest]: Arguments) =>
        rows.forEach((row, at) => {
          const values = (Array.isArray(row) ? row : [row]) as never[];
          declare(`${title} ${at}`, () => bodyOf(rest)(...values));
        }),
  });

export const describe = withEach((title, ...rest) => {
  const outer = titles;
  titles = [...outer, title];
  bodyOf(rest)();
  titles = outer;
});

export const it = withEach((title, ...rest) => {
  const name = [...titles, title].join(' ');
  collectedTests.push({ id: `${collectedTests.length} ${name}`, run: bodyOf(rest) as () => unknown });
});
