/** How far an actual number may lie from the expected one: at most max(abs, rel × |expected|). */
export interface Tolerance {
  readonly abs?: number;
  readonly rel?: number;
}

export interface Tolerances {
  readonly tolerance?: Tolerance;
  /** Overrides for the leaves under a key of that name; the deepest key on the path wins. */
  readonly toleranceByKey?: Readonly<Record<string, Tolerance>>;
}

/**
 * Compares what came out with what a golden case expects. Numbers follow the tolerance; strings, booleans,
 * null, the order of arrays and the set of keys must be equal. Returns one readable line per difference.
 */
export function compare(expected: unknown, actual: unknown, tolerances: Tolerances): string[] {
  const differences: string[] = [];
  const visit = (want: unknown, got: unknown, path: string, tolerance: Tolerance) => {
    if (typeof want === 'number' && typeof got === 'number') {
      const slack = Math.max(tolerance.abs ?? 0, (tolerance.rel ?? 0) * Math.abs(want));
      if (!(Math.abs(got - want) <= slack)) differences.push(`${path}: expected ${want}, got ${got}`);
    } else if (Array.isArray(want) && Array.isArray(got)) {
      if (want.length !== got.length) {
        differences.push(
          `${path}: expected ${want.length} entries, got ${got.length} (${JSON.stringify(got)})`,
        );
      }
      want.forEach((entry, index) => {
        if (index < got.length) visit(entry, got[index], `${path}[${index}]`, tolerance);
      });
    } else if (isRecord(want) && isRecord(got)) {
      for (const key of new Set([...Object.keys(want), ...Object.keys(got)])) {
        const at = path ? `${path}.${key}` : key;
        if (!Object.hasOwn(got, key)) differences.push(`${at}: missing`);
        else if (!Object.hasOwn(want, key)) differences.push(`${at}: not expected`);
        else visit(want[key], got[key], at, tolerances.toleranceByKey?.[key] ?? tolerance);
      }
    } else if (want !== got) {
      differences.push(`${path}: expected ${JSON.stringify(want)}, got ${JSON.stringify(got)}`);
    }
  };
  visit(expected, actual, '', tolerances.tolerance ?? {});
  return differences;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
