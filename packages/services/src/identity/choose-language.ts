import { withIdentity } from '@slipstream/db';
import { type MailLanguage, mailLanguages } from '@slipstream/email';
import type { Runtime } from '../context.ts';
import type { SignedIn } from './session.ts';

/** The language a text names, where mails are written in it. */
export function knownLanguage(text: string | undefined): MailLanguage | undefined {
  return mailLanguages.find((known) => known === text);
}

/** Makes the language a person reads the one they are written to in, and shown where their browser says none. */
export async function chooseLanguage(
  runtime: Runtime,
  signedIn: SignedIn,
  input: { readonly language: MailLanguage },
): Promise<void> {
  if (signedIn.user.language === input.language) return;
  await withIdentity(runtime.database, (tx) =>
    tx.user.update({ where: { id: signedIn.user.id }, data: { language: input.language } }),
  );
}
