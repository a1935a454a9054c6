import type { Calendar } from './format.ts';
import { defaultLanguage, type Language, languages } from './languages.ts';

/** How a reader wants to be spoken to; kept in cookies of a year, so that it also holds before signing in. */
export interface Preferences {
  readonly language: Language;
  readonly calendar: Calendar;
}

const oneYearInSeconds = 31_536_000;

/** The preferences a request carries; dates follow the language where no calendar was chosen. */
export function preferencesOf(request: Request): Preferences {
  const cookies = new Map(
    (request.headers.get('Cookie') ?? '').split(';').map((pair) => {
      const [name = '', value = ''] = pair.split('=');
      return [name.trim(), value.trim()] as const;
    }),
  );
  const language = languages.find((known) => known === cookies.get('language')) ?? defaultLanguage;
  const chosen = cookies.get('calendar');
  const calendar: Calendar =
    chosen === 'roc' || chosen === 'gregorian' ? chosen : language === 'zh-TW' ? 'roc' : 'gregorian';
  return { language, calendar };
}

/** The `Set-Cookie` value that remembers one preference. */
export function preferenceCookie(name: keyof Preferences, value: string): string {
  return `${name}=${value}; Path=/; Max-Age=${oneYearInSeconds}; SameSite=Lax`;
}
