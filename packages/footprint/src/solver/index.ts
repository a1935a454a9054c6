export { contributionMatrix } from './contribution-matrix.ts';
export { type DrawPools, drawPools, type Spreads } from './draw-pools.ts';
export { type DrawRoom, type Draws, drawRoom, prepareDraws } from './draw-room.ts';
export { type DrawStatistics, drawStatistics } from './draw-statistics.ts';
export { drawBlock } from './draws.ts';
export { type ContributionGroups, contributionsOf, groupContributions } from './group-contributions.ts';
export { intensities } from './intensities.ts';
export { drawsPerBlock } from './kernel.ts';
export { largestAmplification } from './loop-standing.ts';
export { monteCarlo } from './monte-carlo.ts';
export { planSolve, type SolvePlan } from './plan.ts';
export { scalingFactors } from './scaling-factors.ts';
export { loopMembers, type SolverFindingCode, solverFindingCodes } from './solver-finding.ts';
export type { TechnologyMatrix } from './technology-matrix.ts';
export {
  changeAmount,
  changeDirect,
  intensityOf,
  type TrackedIntensities,
  trackIntensities,
} from './tracked-intensities.ts';
export type { KernelChoice } from './workspace.ts';
