const dayMilliseconds = 86_400_000;

/**
 * The ISO text of a spreadsheet serial: `2022-02-14`, or `2022-02-14T08:30:00` where it has a time of day. In the
 * 1900 system serials below 60 count from 1899-12-31, since the system has a 29 February 1900 that never was.
 */
export function serialToIso(serial: number, uses1904: boolean): string {
  const days = Math.floor(serial);
  const seconds = Math.round((serial - days) * 86_400);
  const base = uses1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const text = new Date(base + days * dayMilliseconds + seconds * 1000).toISOString();
  return seconds === 0 ? text.slice(0, 10) : text.slice(0, 19);
}

/** True for serials between the years 1900 and 9999, the range spreadsheets show as dates. */
export function isDateSerial(serial: number): boolean {
  return serial >= 0 && serial < 2_958_466;
}

/** Number formats of the standard that show dates, also those of East Asian versions. */
const builtInDates = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54,
  55, 56, 57, 58,
]);

/** How a number format shows a number: as a date, as a percentage, or as it is. */
export function formatKind(id: number, code: string | undefined): 'number' | 'date' | 'percent' {
  if (code === undefined) return builtInDates.has(id) ? 'date' : id === 9 || id === 10 ? 'percent' : 'number';
  const first = code.split(';')[0] ?? '';
  const shown = first.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (/general/i.test(shown)) return 'number';
  if (shown.includes('%')) return 'percent';
  return /[ymdhs]|(?<![0#?])e(?![+-])|g{1,3}e/i.test(shown.replace(/e[+-]/gi, '')) ? 'date' : 'number';
}
