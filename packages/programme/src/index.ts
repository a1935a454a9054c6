export * from './alliance/alliance.ts';
export * from './alliance/published-release.ts';
export * from './alliance/release.ts';
export {
  defaultReleasePolicy,
  type ReleasePolicy,
  type SuppressionReason,
  suppressionReasons,
} from './alliance/suppression.ts';
export * from './disclosure/answer.ts';
export * from './disclosure/disclose.ts';
export * from './disclosure/levels.ts';
export * from './offset-project.ts';
export * from './platform/consultation.ts';
export * from './platform/guidance-application.ts';
export * from './platform/matching-case.ts';
export * from './platform/training-registration.ts';
export * from './programme-totals.ts';
export * from './reminder.ts';
export * from './savings.ts';
export * from './supplier-ranking.ts';
export * from './supplier-request.ts';
export * from './supplier-standing.ts';
export * from './target/reduction-target.ts';
export { type TargetProgress, targetProgress } from './target/target-progress.ts';
