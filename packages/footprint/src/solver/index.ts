export { intensities } from './intensities.ts';
export { largestAmplification } from './loop-standing.ts';
export { planSolve, type SolvePlan } from './plan.ts';
export { scalingFactors } from './scaling-factors.ts';
export { loopMembers, type SolverFindingCode, solverFindingCodes } from './solver-finding.ts';
export type { TechnologyMatrix } from './technology-matrix.ts';
