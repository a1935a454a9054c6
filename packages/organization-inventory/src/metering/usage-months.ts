import {
  accept,
  addMonths,
  choiceFaults,
  type DateFindingCode,
  errorAt,
  type IsoMonth,
  isDay,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';

/** Taiwan's bills usually cover two months (R2.1). */
export const usualBillingMonths = 2;

const monthsOfYear = Array.from({ length: 12 }, (_, index) => index + 1);

/**
 * The months a bill's use belongs to when only its issue month is known (R2.1): those just before it, usually two.
 *
 * @param input.issueMonth `YYYY-MM`
 * @param input.billingMonths months a bill covers, a whole number from 1 to 12
 * @returns the months in order
 */
export function usageMonths(input: {
  readonly issueMonth: IsoMonth;
  readonly billingMonths: number;
}): Result<{ readonly usageMonths: readonly IsoMonth[] }, ValueFindingCode | DateFindingCode> {
  const { issueMonth, billingMonths } = input;
  const firstDay = `${issueMonth}-01`;
  const faults = [
    ...(isDay(firstDay) && issueMonth > '0001-12'
      ? []
      : [errorAt('date.notIso' as const, ['issueMonth'], { date: String(issueMonth) })]),
    ...choiceFaults(billingMonths, monthsOfYear, ['billingMonths']),
  ];
  if (faults.length > 0) return refuse(...faults);
  return accept({
    usageMonths: Array.from({ length: billingMonths }, (_, index) =>
      addMonths(firstDay, index - billingMonths).slice(0, 7),
    ),
  });
}
