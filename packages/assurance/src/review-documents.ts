/** What an applicant for a critical review hands in, in this order; the last for series products only (R17.3). */
export const reviewDocuments = [
  'applicationForm',
  'productPhoto',
  'inventoryReport',
  'inventorySheet',
  'processFlowDiagram',
  'calculationNotes',
  'seriesOverlapChecklist',
] as const;
export type ReviewDocument = (typeof reviewDocuments)[number];

/**
 * The required documents that are not there yet, in the order of the list (R17.3). Other evidence (bills, waste
 * declarations, a mass balance) is welcome and never required.
 */
export function missingReviewDocuments(
  provided: readonly string[],
  isSeriesProduct: boolean,
): { readonly missing: readonly ReviewDocument[]; readonly complete: boolean } {
  const missing = reviewDocuments.filter(
    (document) => (isSeriesProduct || document !== 'seriesOverlapChecklist') && !provided.includes(document),
  );
  return { missing, complete: missing.length === 0 };
}
