/**
 * What a person typed, in one form: full-width digits and letters, compatibility characters (㎡, ㎏) and the
 * many minus signs, blanks and invisible characters become the plain ones; ends are trimmed, runs of blanks are one.
 */
export function plainText(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/[\u2010-\u2015\u2212\ufe63\uff0d]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Order by code units: the same on every machine and in every language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
