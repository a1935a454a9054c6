import type { SupplierCandidateRow } from '@slipstream/services';

const ended: readonly string[] = ['draft', 'approved', 'declined', 'cancelled', 'superseded'];

/** Whether a supplier can be asked: it supplies something, and no request to it is under way. */
export function isAskable({ request, partCount }: SupplierCandidateRow): boolean {
  return partCount > 0 && (request === null || ended.includes(request.state));
}
