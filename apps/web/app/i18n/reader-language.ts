import type { RouterContextProvider } from 'react-router';
import { doorContext } from '../context.ts';
import type { Language } from './languages.ts';
import { preferencesOf } from './preferences.ts';

/** The language the page is shown in to whoever asks for it. */
export function readerLanguage(context: Readonly<RouterContextProvider>, request: Request): Language {
  return preferencesOf(request, context.get(doorContext).signedIn?.user.language).language;
}
