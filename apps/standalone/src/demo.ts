import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase, withIdentity } from '@slipstream/db';
import { type Run, runToEnd } from './children.ts';

const seedFolder = join(import.meta.dirname, '../../../prisma/seed');
const seedProgram = join(seedFolder, 'main.ts');
const signInsFile = join(seedFolder, 'sign-ins.json');

interface DemoSignIn {
  readonly email: string;
  readonly password: string;
  readonly organization: string;
  readonly role: string;
}

/** Whether there is a demo world and the database has nobody in it yet. */
export async function wantsDemo(applicationUrl: string): Promise<boolean> {
  if (!existsSync(seedProgram)) return false;
  const database = openDatabase({ url: applicationUrl, poolSize: 1, onError: () => {} });
  try {
    return await withIdentity(database, async (tx) => (await tx.organization.count()) === 0);
  } finally {
    await database.close();
  }
}

/** Fills an empty database with the demo world, by the product's own verbs. */
export function makeDemo(env: NodeJS.ProcessEnv): Run {
  return runToEnd([seedProgram], {
    env,
    prints: 'shown',
    failed: (code) => new Error(`The demo world failed with exit code ${code}.`),
  });
}

/** Lies in the data folder while the demo world is being made. One found at a start was interrupted: half a world. */
export const unfinishedDemo = (folder: string) => join(folder, 'demo-unfinished');

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
