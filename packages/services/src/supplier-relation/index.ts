export { listSuppliers, type SupplierCandidateRow, type SupplierList } from './list.ts';
export type { BomShareBasis, VolumeShareBasis } from './material-shares.ts';
export { setWillingness } from './set-willingness.ts';
