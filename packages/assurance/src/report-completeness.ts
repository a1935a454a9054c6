import { accept, errorAt, type Finding, type Result, refuse, warningAt } from '@slipstream/quantity';

/** The nineteen items of a study report, in the fixed order whose number is their place + 1 (R20.1). */
export const reportItems = [
  'functionalUnitAndReferenceFlow',
  'systemBoundary',
  'importantUnitProcesses',
  'dataCollection',
  'greenhouseGases',
  'characterisationFactors',
  'cutOff',
  'allocation',
  'timeOfEmissionsAndRemovals',
  'dataDescription',
  'sensitivityAndUncertainty',
  'electricity',
  'interpretation',
  'valueChoices',
  'scopeAndChanges',
  'stagesAndScenarios',
  'otherScenarios',
  'period',
  'productCategoryRule',
] as const;
export type ReportItem = (typeof reportItems)[number];

/** Numbers of the items that may be declared not applicable, with a reason (R20.1). */
export const optionalReportItems: readonly number[] = [9, 15, 16, 17, 19];

export const reportFindingCodes = [
  'report.itemUnknown',
  'report.mayNotBeLeftOut',
  'report.reasonMissing',
  'report.presentAndNotApplicable',
] as const;
export type ReportFindingCode = (typeof reportFindingCodes)[number];

/**
 * Which of the nineteen items a study report still lacks (R20.1). An item is there when it is written, or when it may be
 * left out and a reason says why; the findings tell why an item declared not applicable does not count.
 * @param presentItems numbers 1 to 19 of the items written
 * @returns `missing` in ascending order; refused for a number that is no item.
 */
export function reportCompleteness(
  presentItems: readonly number[],
  notApplicable: readonly { readonly item: number; readonly reason: string }[],
): Result<{ readonly missing: readonly number[]; readonly complete: boolean }, ReportFindingCode> {
  const unknown = [
    ...unknownItems(presentItems, 'presentItems'),
    ...unknownItems(
      notApplicable.map(({ item }) => item),
      'notApplicable',
    ),
  ];
  if (unknown.length > 0) return refuse(...unknown);
  const present = new Set(presentItems);
  const leftOut = new Set<number>();
  const findings: Finding<ReportFindingCode>[] = [];
  notApplicable.forEach(({ item, reason }, index) => {
    const place = ['notApplicable', index];
    if (present.has(item)) findings.push(warningAt('report.presentAndNotApplicable', place, { item }));
    else if (!optionalReportItems.includes(item))
      findings.push(warningAt('report.mayNotBeLeftOut', place, { item }));
    else if (reason.trim() === '') findings.push(warningAt('report.reasonMissing', place, { item }));
    else leftOut.add(item);
  });
  const missing = reportItems
    .map((_, index) => index + 1)
    .filter((item) => !present.has(item) && !leftOut.has(item));
  return accept({ missing, complete: missing.length === 0 }, findings);
}

function unknownItems(items: readonly number[], key: string): Finding<ReportFindingCode>[] {
  return items.flatMap((item, index) =>
    Number.isInteger(item) && item >= 1 && item <= reportItems.length
      ? []
      : [errorAt('report.itemUnknown' as const, [key, index], { found: item })],
  );
}
