import type { SupplierRequestState } from '@slipstream/programme';
import type { SupplierCandidateRow } from '@slipstream/services';

const ended: readonly SupplierRequestState[] = ['draft', 'approved', 'declined', 'cancelled', 'superseded'];

/** Whether a request still waits for its supplier or for us. */
export function isUnderWay(state: SupplierRequestState): boolean {
  return !ended.includes(state);
}

/** Whether a supplier can be asked: it supplies something, and no request to it is under way. */
export function isAskable({ request, partCount }: SupplierCandidateRow): boolean {
  return partCount > 0 && (request === null || !isUnderWay(request.state));
}
