/** How much a finding weighs: an `error` stops, a `warning` goes on and is shown, a `question` proposes a fix. */
export type Severity = 'error' | 'warning' | 'question';

/**
 * What is wrong or doubtful with an input, and where. Carries no prose: the catalogs of the user interface
 * translate `code` and fill in `values`, so one finding reads well in every language.
 */
export interface Finding<Code extends string = string> {
  /** Stable dotted code, e.g. `unit.unknown`. */
  readonly code: Code;
  readonly severity: Severity;
  /** Keys and indexes that lead from the root of the input to the place, e.g. `['lines', 3, 'unit']`. */
  readonly path: readonly (string | number)[];
  /** What was found, what was expected: the values the message shows. */
  readonly values: Readonly<Record<string, string | number | null>>;
}

/**
 * The outcome of anything that can be refused: a value with the warnings it carries, or the findings that
 * stopped it. Modelling faults are results, never exceptions.
 */
export type Result<Value, Code extends string = string> =
  | { readonly ok: true; readonly value: Value; readonly findings: readonly Finding<Code>[] }
  | { readonly ok: false; readonly findings: readonly Finding<Code>[] };

/** Makes an `error` finding; `path` defaults to the root of the input. */
export function errorAt<Code extends string>(
  code: Code,
  path: Finding['path'] = [],
  values: Finding['values'] = {},
): Finding<Code> {
  return { code, severity: 'error', path, values };
}

/** Makes a `warning` finding; `path` defaults to the root of the input. */
export function warningAt<Code extends string>(
  code: Code,
  path: Finding['path'] = [],
  values: Finding['values'] = {},
): Finding<Code> {
  return { code, severity: 'warning', path, values };
}

/** Makes a `question` finding: the reading that was taken, put to the person; `path` defaults to the root. */
export function questionAt<Code extends string>(
  code: Code,
  path: Finding['path'] = [],
  values: Finding['values'] = {},
): Finding<Code> {
  return { code, severity: 'question', path, values };
}

/** A value that stands, with the warnings and questions found on the way. */
export function accept<Value, Code extends string = never>(
  value: Value,
  findings: readonly Finding<Code>[] = [],
): Result<Value, Code> {
  return { ok: true, value, findings };
}

/** A refusal with its findings, of which at least one is an error. */
export function refuse<Code extends string>(...findings: readonly Finding<Code>[]): Result<never, Code> {
  return { ok: false, findings };
}

/** The same finding seen from a container: `prefix` is put before its path. */
export function within<Code extends string>(prefix: Finding['path'], finding: Finding<Code>): Finding<Code> {
  return { ...finding, path: [...prefix, ...finding.path] };
}
