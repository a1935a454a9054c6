import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnosisFindingCodes } from '@slipstream/diagnosis';
import { inventoryFindingCodes } from '@slipstream/organization-inventory';
import { expect, it } from 'vitest';

const foreign = /^(value|date|unit|gas|transition)\./;
const made = /(?:errorAt|warningAt|ask|missing|code:)[(\s]*'([a-zA-Z]+\.[a-zA-Z]+)'/g;

function sourcesOf(name: string): readonly string[] {
  const folder = join(import.meta.dirname, '../../packages', name, 'src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'finding-codes.ts')
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}

it.each([
  ['diagnosis', diagnosisFindingCodes],
  ['organization-inventory', inventoryFindingCodes],
] as const)('%s lists every code its findings can carry, once, and no other', (name, codes) => {
  const sources = sourcesOf(name);
  const own = sources
    .flatMap((source) => [...source.matchAll(made)].map(([, code]) => code ?? ''))
    .filter((code) => !foreign.test(code));
  expect(own.length).toBeGreaterThan(3);
  expect(own.filter((code) => !(codes as readonly string[]).includes(code))).toEqual([]);
  expect(codes.filter((code) => !sources.some((source) => source.includes(`'${code}'`)))).toEqual([]);
  expect(new Set(codes).size).toBe(codes.length);
});
