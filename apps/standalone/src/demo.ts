import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase, withIdentity } from '@slipstream/db';
import { runOnce } from './children.ts';

const seedFolder = join(import.meta.dirname, '../../../prisma/seed');
const seedProgram = join(seedFolder, 'main.ts');
const signInsFile = join(seedFolder, 'sign-ins.json');

interface DemoSignIn {
  readonly email: string;
  readonly password: string;
  readonly organization: string;
  readonly role: string;
}

/** Fills an empty database with the demo world, by the product's own verbs. */
export async function seedIfEmpty(applicationUrl: string, env: NodeJS.ProcessEnv): Promise<void> {
  if (!existsSync(seedProgram)) return;
  const database = openDatabase({ url: applicationUrl, poolSize: 1, onError: () => {} });
  const isEmpty = await withIdentity(database, async (tx) => (await tx.organization.count()) === 0);
  await database.close();
  if (isEmpty) await runOnce('The demo world', seedProgram, env);
}

/** The demo's people as a table, or nothing where there is no demo. */
export function signInTable(): string {
  if (!existsSync(signInsFile)) return '';
  const people: DemoSignIn[] = JSON.parse(readFileSync(signInsFile, 'utf8'));
  const rows = [['email', 'password', 'organization', 'role'], ...people.map(columns)];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))));
  return rows
    .map((row) => row.map((cell, column) => cell + ' '.repeat(gap(cell, widths[column]))).join('  '))
    .join('\n');
}

const columns = ({ email, password, organization, role }: DemoSignIn) => [
  email,
  password,
  organization,
  role,
];
const gap = (cell: string, width = 0) => Math.max(0, width - displayWidth(cell));

/** Chinese characters take two columns of a terminal. */
function displayWidth(text: string): number {
  return [...text].reduce((width, character) => width + (character >= '\u1100' ? 2 : 1), 0);
}
