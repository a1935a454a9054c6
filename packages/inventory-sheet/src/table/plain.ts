import { plainText } from '@slipstream/quantity';

/** What two headers or labels are compared by: plain, lower case, without blanks and marks. */
export function comparisonKey(text: string): string {
  return plainText(text)
    .toLowerCase()
    .replace(/[\s.,:;'"*_/\\#、，。：；．·・「」()[\]{}【】<>〈〉《》?!|+-]+/g, '');
}
