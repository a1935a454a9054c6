export * from './disclosure/answer.ts';
export * from './disclosure/disclose.ts';
export * from './disclosure/levels.ts';
export * from './supplier-request.ts';
export * from './target/reduction-target.ts';
export {
  type TargetFindingCode,
  type TargetProgress,
  targetFindingCodes,
  targetProgress,
} from './target/target-progress.ts';
