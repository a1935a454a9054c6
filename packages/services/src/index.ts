export {
  type AllianceMemberRow,
  listAllianceMembers,
  listMemberships,
  type OwnMembership,
} from './alliance/list-members.ts';
export {
  allianceInvitationFindingCodes,
  foundAlliance,
  inviteAddressToAlliance,
  inviteToAlliance,
  joinAlliance,
  leaveAlliance,
} from './alliance/membership.ts';
export { publishAllianceRelease, requestAllianceRelease } from './alliance/publish-release.ts';
export { type AllianceView, listAlliances } from './alliance/read.ts';
export { readReleaseProgress } from './alliance/release-progress.ts';
export { recordAudit } from './audit.ts';
export {
  type BillLine,
  type BillOfMaterialsPage,
  type BillSort,
  type BillVersion,
  billSorts,
  getBillOfMaterials,
} from './bill-of-materials/get-bill.ts';
export {
  getImport,
  type ImportedProduct,
  type ImportFinding,
  type ImportReport,
  type Portion,
  type ReportOffsets,
  reportPortion,
} from './bill-of-materials/get-import.ts';
export { importBillOfMaterials, type ReadBillOfMaterials } from './bill-of-materials/import.ts';
export {
  type ImportProgress,
  isImportSettled,
  readImportProgress,
} from './bill-of-materials/import-progress.ts';
export { type ImportSummary, listImports } from './bill-of-materials/list-imports.ts';
export { openImportedFile } from './bill-of-materials/open-imported-file.ts';
export { readBillOfMaterialsAgain } from './bill-of-materials/read-again.ts';
export { receiveBillOfMaterials } from './bill-of-materials/receive.ts';
export type { storedProductFindingCodes } from './bill-of-materials/store-products.ts';
export { billTemplate } from './bill-of-materials/template.ts';
export {
  type Actor,
  inTenant,
  type Log,
  type Runtime,
  requireRole,
  type ServiceContext,
  systemContext,
} from './context.ts';
export { ServiceError, type ServiceErrorCode, serviceErrorCodes } from './errors.ts';
export { largestUploadBytes } from './evidence/largest-upload.ts';
export { type UploadedFile, uploadEvidence, uploadTooLarge } from './evidence/upload.ts';
export { chooseLanguage } from './identity/choose-language.ts';
export { forgetExpired } from './identity/forget-expired.ts';
export { foundOrganization } from './identity/found-organization.ts';
export { type IdentityEventKind, identityEventKinds } from './identity/identity-event.ts';
export {
  acceptInvitation,
  invite,
  type OpenInvitation,
  openInvitation,
  resendInvitation,
  revokeInvitation,
} from './identity/invitation.ts';
export { readMailbox } from './identity/mailbox.ts';
export { changeRoles, listMembers, removeMember } from './identity/membership.ts';
export { changePassword, requestPasswordReset, resetPassword } from './identity/password-reset.ts';
export { mayWrite, type Visit } from './identity/request-origin.ts';
export { sendInvitation, sendPasswordReset } from './identity/send-mail.ts';
export { contextOf, readSession, type SessionMembership, type SignedIn } from './identity/session.ts';
export { sessionCookie, sessionCookieName, sessionTokenIn } from './identity/session-cookie.ts';
export { signIn } from './identity/sign-in.ts';
export { signOut, signOutEverywhere } from './identity/sign-out.ts';
export { switchOrganization } from './identity/switch-organization.ts';
export { cancelImport } from './import-batch/cancel.ts';
export { type ColumnChoices, columnChoiceFindingCodes, type ImportedTable } from './import-batch/columns.ts';
export type { unstoredFindingCodes } from './import-batch/end-unstored.ts';
export { giveUpImport } from './import-batch/give-up.ts';
export { makeLog, withoutValues } from './log.ts';
export { sendAllianceInvitation } from './notification/alliance-mail.ts';
export { openedBy } from './notification/link.ts';
export { listNews, type NewsPage } from './notification/list-news.ts';
export { markAllNewsRead, markNewsRead, mostMarkedAtOnce } from './notification/mark-news-read.ts';
export type { NewsItem } from './notification/news.ts';
export { type NewsEvents, openNewsEvents } from './notification/news-events.ts';
export { type Bell, mostUnread, readBell } from './notification/read-bell.ts';
export { sendReminder } from './notification/reminder-mail.ts';
export { sendRequestMail } from './notification/request-mail.ts';
export { sendReviewAsking } from './notification/review-asking-mail.ts';
export { completeMessage, pruneOutbox, relayOutbox } from './outbox/relay.ts';
export { requestJob } from './outbox/request-job.ts';
export {
  type LinePortion,
  readFootprintHolders,
  readFootprintLines,
  readOpenInputs,
} from './product/footprint-lines.ts';
export {
  countStaleFootprints,
  type FootprintProgress,
  readFootprintProgress,
} from './product/footprint-progress.ts';
export { type FootprintPage, type FootprintResult, getProductFootprint } from './product/get-footprint.ts';
export { getProduct, type ProductHead } from './product/get-product.ts';
export { listProducts, type ProductSummary } from './product/list.ts';
export {
  getOverview,
  type Overview,
  type OverviewProduct,
  type OverviewStep,
} from './product/overview.ts';
export {
  type DeclaredUnitMeaning,
  declaredUnitFindingCodes,
  declaredUnitMeanings,
  setDeclaredUnit,
} from './product/set-declared-unit.ts';
export type { DrawingResult } from './product-system/calculate-drawing.ts';
export { type FactorReason, usedFactor } from './product-system/choose-material-factor.ts';
export { type Drawing, getDrawing } from './product-system/get-drawing.ts';
export { recalculateProductSystem, recalculateProductSystems } from './product-system/recalculate.ts';
export { saveDrawing } from './product-system/save-drawing.ts';
export { searchFactors } from './product-system/search-factors.ts';
export type {
  FootprintFigures,
  HolderTotal,
  ShownLine,
  ShownOpenInput,
  ShownStep,
} from './product-system/shown-footprint.ts';
export { sweepStaleProductSystems } from './product-system/sweep-stale.ts';
export type { TargetEntry, YearEntry } from './reduction-target/entry.ts';
export { listTargets, readTarget, type TargetList, type TargetTotals } from './reduction-target/list.ts';
export type { TargetPartner } from './reduction-target/partners.ts';
export { reportYear } from './reduction-target/report-year.ts';
export { setReductionTarget } from './reduction-target/set.ts';
export type { FollowedTarget, LatestYear } from './reduction-target/track.ts';
export {
  type OpenRuntime,
  openRuntime,
  type RuntimeSettings,
  runtimeSettings,
  UnsafeDatabaseError,
} from './runtime.ts';
export * from './supplier-answer/index.ts';
export * from './supplier-relation/index.ts';
export * from './supplier-request/index.ts';
