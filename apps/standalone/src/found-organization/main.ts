import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { foundOrganization, makeLog, openRuntime, ServiceError } from '@slipstream/services';
import { prettifyError, ZodError, z } from 'zod';
import { readEnv } from './env.ts';

/** The operator's set-up of an installation: an organization with its first person, who then asks for a password. */
const asked = z.object({
  kind: z.enum(['leadFirm', 'supplier', 'association']),
  name: z.string().trim().min(1).max(200),
  email: z.email().max(254),
  person: z.string().trim().min(1).max(200),
  language: z.enum(['zh-TW', 'en']).default('zh-TW'),
});

const usage = `npm run found -- --kind leadFirm|supplier|association --name <organization> --email <address> --person <name> [--language zh-TW|en]`;

try {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { kind: text, name: text, email: text, person: text, language: text },
  });
  const { kind, name, email, person, language } = asked.parse(values);
  const runtime = await openRuntime(readEnv(), makeLog('found', 'warn'));
  try {
    // Nobody knows this password: the person sets their own by the link that the page mails.
    const password = randomBytes(32).toString('base64url');
    await foundOrganization(runtime, { kind, name, owner: { email, name: person, password, language } });
    process.stdout.write(
      `${name} is founded. ${person} asks for a password at ${runtime.publicUrl}/password-reset\n`,
    );
  } finally {
    await runtime.close();
  }
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${sentenceOf(error)}\n`);
}

function sentenceOf(error: unknown): string {
  if (error instanceof ZodError) return `${prettifyError(error)}\n\n${usage}`;
  if (error instanceof ServiceError && error.code === 'emailTaken')
    return 'The address has an account already.';
  if (error instanceof TypeError && 'code' in error) return `${error.message}\n\n${usage}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
