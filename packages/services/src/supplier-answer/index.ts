export type { AnswerContent } from './answer.ts';
export { askReview, reviewFindingCodes } from './ask-review.ts';
export { type EnteredFootprint, enteredFootprintFindingCodes, enterFootprint } from './enter-footprint.ts';
export { listInbox, openRequest, type ReceivedRequestView } from './inbox.ts';
export { openSheet } from './open-sheet.ts';
export { acceptRequest, declineRequest, resumeRequest, startRequest } from './respond.ts';
export { type ReusableAnswer, reuseAnswer } from './reuse-answer.ts';
export {
  listShares,
  previewShare,
  readShared,
  type SharePreview,
  submitRequest,
  withdrawShare,
} from './sharing.ts';
export type { SheetBasics, SheetLine } from './sheet-content.ts';
export { fixSheetBasics, fixSheetLine, type LineFix } from './sheet-edit.ts';
export { answerFindingCodes } from './sheet-footprint.ts';
export { readInventorySheetAgain } from './sheet-read-again.ts';
export { readInventorySheet } from './sheet-reading.ts';
export { sheetTemplate } from './sheet-template.ts';
export { uploadInventorySheet } from './sheet-upload.ts';
