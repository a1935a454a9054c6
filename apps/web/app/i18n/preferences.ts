import type { Calendar } from './format.ts';
import { defaultLanguage, type Language, languages } from './languages.ts';

/** How a reader wants to be spoken to; kept in cookies of a year, so that it also holds before signing in. */
export interface Preferences {
  readonly language: Language;
  readonly calendar: Calendar;
}

const oneYearInSeconds = 31_536_000;

/**
 * The preferences a request carries. Where it says no language, that of the person (`own`) holds, as in a browser they
 * never used before; dates follow the language where no calendar was chosen.
 */
export function preferencesOf(request: Request, own?: string): Preferences {
  const cookies = cookiesOf(request);
  const language = chosenLanguage(request) ?? languages.find((known) => known === own) ?? defaultLanguage;
  const chosen = cookies.get('calendar');
  const calendar: Calendar =
    chosen === 'roc' || chosen === 'gregorian' ? chosen : language === 'zh-TW' ? 'roc' : 'gregorian';
  return { language, calendar };
}

/** The language the reader chose in this browser; undefined where they never did. */
export function chosenLanguage(request: Request): Language | undefined {
  const chosen = cookiesOf(request).get('language');
  return languages.find((known) => known === chosen);
}

function cookiesOf(request: Request): ReadonlyMap<string, string> {
  return new Map(
    (request.headers.get('Cookie') ?? '').split(';').map((pair) => {
      const [name = '', value = ''] = pair.split('=');
      return [name.trim(), value.trim()] as const;
    }),
  );
}

/** The `Set-Cookie` value that remembers one preference. */
export function preferenceCookie(name: keyof Preferences, value: string): string {
  return `${name}=${value}; Path=/; Max-Age=${oneYearInSeconds}; SameSite=Lax`;
}
