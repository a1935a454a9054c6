import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A place in a package's source that makes a finding, and the names of the values it carries. */
export interface FindingSite {
  readonly code: string;
  /** `file:line`. */
  readonly place: string;
  /** The function that makes it, e.g. `errorAt`. */
  readonly maker: string;
  readonly carries: ReadonlySet<string>;
}

/** Values that a maker adds of its own, and that the helpers of a file add to all its findings. */
const addedByMaker: Readonly<Record<string, readonly string[]>> = {
  cellFinding: ['sheet', 'cell', 'row', 'column'],
  rowFinding: ['sheet', 'row'],
};
const addedInFile: Readonly<Record<string, readonly string[]>> = {
  'amount/parse.ts': ['typed'],
  'interpretation/comparison.ts': ['reference', 'other'],
  'sheet/basic-data.ts': ['sheet', 'cell', 'row', 'column', 'found', 'expected'],
  'xlsx/worksheet.ts': ['sheet', 'cell', 'found'],
};

/**
 * Reads a package's sources for the places that make findings: a code in quotes that is no entry of a list and no side
 * of a comparison. What it carries are the names in the braces of its call and of the objects that the call names.
 */
export function findingSites(sources: string): readonly FindingSite[] {
  return readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => sitesOf(file, readFileSync(join(sources, file), 'utf8')));
}

function sitesOf(file: string, text: string): FindingSite[] {
  const ofFile = Object.entries(addedInFile).flatMap(([end, names]) => (file.endsWith(end) ? names : []));
  return [...text.matchAll(/'([a-z]\w*\.[a-z]\w*)'/gi)].flatMap(({ 1: code = '', index }) => {
    const open = openerBefore(text, index);
    const before = text.slice(Math.max(0, index - 8), index);
    if (text[open] === '[' || /(?:[=!]==|\||from) $/.test(before)) return [];
    const call = text.slice(open, closerAfter(text, index));
    const maker = /(\w+)(?:<[^<>()]*>)?$/.exec(text.slice(0, open))?.[1] ?? '';
    const makers = [maker, ...[...call.matchAll(/(\w+)(?:<\w+>)?\(/g)].map(({ 1: name = '' }) => name)];
    const carries = new Set([
      ...namesInBraces(call),
      ...objectsNamedIn(call, text).flatMap(namesInBraces),
      ...makers.flatMap((name) => addedByMaker[name] ?? []),
      ...ofFile,
    ]);
    return [{ code, place: `${file}:${text.slice(0, index).split('\n').length}`, maker, carries }];
  });
}

/** `{ found: x, expected, ...values }` names `found` and `expected`. */
function namesInBraces(text: string): string[] {
  const braces = (/\{.*\}/s.exec(text)?.[0] ?? '').replace(/'[^'\n]*'/g, "''");
  return [...braces.matchAll(/[{,]\s*(\w+)\s*(?=[:,}])/g)].map(({ 1: name = '' }) => name);
}

/** The objects of the file that a call spreads or hands over by name. */
function objectsNamedIn(call: string, text: string): string[] {
  const names = new Set([...call.matchAll(/(?:\.\.\.|, )(\w+)/g)].map(([, name]) => name));
  return [...text.matchAll(/const (\w+) = (\{[^;]*\});/g)].flatMap(({ 1: name, 2: object = '' }) =>
    names.has(name) ? [object, ...objectsNamedIn(object, text.replace(object, ''))] : [],
  );
}

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** The bracket that is open where `at` stands. */
function openerBefore(text: string, at: number): number {
  let depth = 0;
  for (let index = at - 1; index > 0; index--) {
    const character = text[index] ?? '';
    if (')]}'.includes(character)) depth += 1;
    else if (character in closers && depth-- === 0) return index;
  }
  return 0;
}

/** Behind the bracket that closes what is open where `at` stands. */
function closerAfter(text: string, at: number): number {
  let depth = 0;
  for (let index = at; index < text.length; index++) {
    const character = text[index] ?? '';
    if (character in closers) depth += 1;
    else if (')]}'.includes(character) && depth-- === 0) return index + 1;
  }
  return text.length;
}
