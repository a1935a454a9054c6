/** Text in one form for comparing: full-width and compatibility characters made plain, blanks made one, ends cut. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What two headers or labels are compared by: plain, lower case, without blanks and marks. */
export function comparisonKey(text: string): string {
  return plain(text)
    .toLowerCase()
    .replace(/[\s.,:;'"*_/\\#、，。：；．·・「」()[\]{}【】<>〈〉《》?!|+-]+/g, '');
}
