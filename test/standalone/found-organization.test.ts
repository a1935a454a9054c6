import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSession, requestPasswordReset, resetPassword, sendPasswordReset } from '@slipstream/services';
import { expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { makeRuntime, makeVisit, tokenIn } from '../support/runtime.ts';

const { url, database, superuser } = useDatabase();

async function found(...args: string[]): Promise<{ code: number | null; said: string }> {
  const program = join(import.meta.dirname, '../../apps/standalone/src/found-organization/main.ts');
  const child = spawn(process.execPath, [program, ...args], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: url,
      PUBLIC_URL: 'https://carbon.example',
      STORAGE_FOLDER: mkdtempSync(join(tmpdir(), 'slipstream-found-')),
    },
  });
  let said = '';
  for (const output of [child.stdout, child.stderr])
    output.on('data', (text: Buffer) => {
      said += text.toString();
    });
  const [code] = await once(child, 'close');
  return { code, said };
}

const asked = [
  '--kind',
  'leadFirm',
  '--name',
  '澄鋁工業',
  '--email',
  'Lead@Example.test',
  '--person',
  '王小明',
];

it('founds an organization whose first person gets in by a mailed link', { timeout: 60_000 }, async () => {
  expect(await found(...asked)).toEqual({
    code: 0,
    said: '澄鋁工業 is founded. 王小明 asks for a password at https://carbon.example/password-reset\n',
  });
  const runtime = makeRuntime(database);
  await requestPasswordReset(runtime, makeVisit(), { email: 'lead@example.test' });
  const { rows } = await superuser.query('SELECT "id" FROM "PasswordReset"');
  await sendPasswordReset(runtime, { id: crypto.randomUUID(), passwordResetId: rows[0].id });
  const token = await resetPassword(runtime, makeVisit(), {
    token: tokenIn(runtime.outgoing[0]),
    password: 'correct horse 電池',
  });
  const signedIn = await readSession(runtime, token);
  expect(signedIn?.membership).toMatchObject({ organizationName: '澄鋁工業', organizationKind: 'leadFirm' });

  expect(await found(...asked)).toEqual({ code: 1, said: 'The address has an account already.\n' });
  const wrong = await found('--kind', 'bank', '--name', 'x');
  expect(wrong.code).toBe(1);
  expect(wrong.said).toContain('→ at kind');
  expect(wrong.said).toContain('npm run found -- --kind');
});
