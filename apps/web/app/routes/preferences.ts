import { chooseLanguage } from '@slipstream/services';
import { redirectDocument } from 'react-router';
import { z } from 'zod';
import { doorContext } from '../context.ts';
import { languages } from '../i18n/languages.ts';
import { preferenceCookie } from '../i18n/preferences.ts';
import { ownPath } from '../own-path.ts';
import type { Route } from './+types/preferences';

const form = z.object({
  language: z.enum(languages).optional(),
  calendar: z.enum(['roc', 'gregorian']).optional(),
  returnTo: z.string().catch('/').transform(ownPath),
});

/** Remembers the reader's language or calendar and goes back to the page; mails follow the language. */
export async function action({ context, request }: Route.ActionArgs) {
  const { returnTo, ...chosen } = form.parse(Object.fromEntries(await request.formData()));
  const headers = new Headers();
  if (chosen.language) {
    headers.append('Set-Cookie', preferenceCookie('language', chosen.language));
    const { runtime, signedIn } = context.get(doorContext);
    if (signedIn) await chooseLanguage(runtime, signedIn, { language: chosen.language });
  }
  if (chosen.calendar) headers.append('Set-Cookie', preferenceCookie('calendar', chosen.calendar));
  return redirectDocument(returnTo, { headers });
}
