export { type Approval, approveRequest } from './approve.ts';
export { createSupplierRequest } from './create.ts';
export { cancelRequest, returnRequest, takeRequest } from './decide.ts';
export { getRequest, type MadeRequestDetail } from './get.ts';
export type { LatestRequest } from './latest-by-supplier.ts';
export {
  firstRequestOrder,
  listRequests,
  type RequestBoard,
  type RequestRow,
  type RequestSort,
  requestSorts,
} from './list.ts';
export { reminderFindingCodes, remindSupplier, remindSuppliers, switchReminders } from './remind.ts';
export { type RequestTerms, requestEntryFindingCodes, sendSupplierRequest } from './send.ts';
