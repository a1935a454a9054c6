import { daysInclusive, type Finding } from '@slipstream/quantity';
import type { MeteredDocument } from './coverage.ts';

/** A document this many times above or below the median of its sisters is asked about (R10.6). */
export const magnitudeRatio = 100;

/**
 * Asks about documents whose amount per day lies more than 100 times above or below the median of all (R10.6):
 * a 度 typed as 千度, kg as tonnes. Needs three documents that used something; zero use is no slip of magnitude.
 *
 * @param documents sound ones, as {@link prorate} accepts them; others are passed over
 */
export function magnitudeQuestions(documents: readonly MeteredDocument[]): Finding<'metering.magnitude'>[] {
  const rates = documents.map((document) => {
    const days = daysInclusive(document);
    return days.ok ? document.amount / days.value : 0;
  });
  const used = rates.filter((rate) => rate > 0).sort((a, b) => a - b);
  const median = ((used[Math.ceil(used.length / 2) - 1] ?? 0) + (used[Math.floor(used.length / 2)] ?? 0)) / 2;
  if (used.length < 3) return [];
  return rates.flatMap((perDay, index) =>
    perDay > 0 && (perDay > median * magnitudeRatio || perDay * magnitudeRatio < median)
      ? [
          {
            code: 'metering.magnitude',
            severity: 'question',
            path: ['documents', index, 'amount'],
            values: { perDay, median },
          },
        ]
      : [],
  );
}
