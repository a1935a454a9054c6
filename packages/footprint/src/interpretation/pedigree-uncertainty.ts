import { acceptFinite, faultsIn, type Result, refuse, type ValueFindingCode } from '@slipstream/quantity';
import {
  type DataQualityIndicator,
  dataQualityIndicators,
  type PedigreeScores,
} from '../model/data-quality.ts';
import { gradeDomains } from './data-quality.ts';

/**
 * What each grade 1 to 5 adds to the spread of a datum, as the square of a geometric standard deviation (GSD²).
 * Source: default uncertainty factors of ecoinvent 3 (Weidema et al. 2013, Overview and methodology, ch. 10;
 * from Frischknecht et al. 2007), also the ones openLCA ships. Grade 1 adds nothing.
 */
export const pedigreeGsdSquared = {
  reliability: [1, 1.05, 1.1, 1.2, 1.5],
  completeness: [1, 1.02, 1.05, 1.1, 1.2],
  temporal: [1, 1.03, 1.1, 1.2, 1.5],
  geographical: [1, 1.01, 1.02, 1.05, 1.1],
  technological: [1, 1.05, 1.2, 1.5, 2],
} as const satisfies Record<DataQualityIndicator, readonly [number, number, number, number, number]>;

/**
 * Spread that even a perfectly documented datum of a kind has, as GSD² (basic uncertainty of the same source).
 * `emissionFactor` is that of CO2 from combustion, which dominates most factors in kg CO2e.
 */
export const basicGsdSquared = {
  energy: 1.05,
  material: 1.05,
  wasteTreatment: 1.05,
  transport: 2,
  infrastructure: 3,
  emissionFactor: 1.05,
  methaneOrNitrousOxide: 1.5,
} as const;
export type UncertaintyKind = keyof typeof basicGsdSquared;

/**
 * Standard deviation s of the logarithm of a log-normal datum, from its pedigree grades and its kind:
 * s² = Σ (ln GSD²ᵢ / 2)² over the five indicators and the basic uncertainty; then GSD = eˢ and GSD² = e²ˢ, and
 * 95 % of the values lie between value / GSD² and value × GSD² (to the rounding of 1.96 as 2). A grade between
 * two whole ones lies on the line between their logarithms. Refused: a grade outside 1 to 5.
 */
export function logDeviation(
  scores: PedigreeScores,
  kind: UncertaintyKind,
): Result<number, ValueFindingCode> {
  const findings = faultsIn(scores, gradeDomains);
  if (findings.length > 0) return refuse(...findings);
  const halves = dataQualityIndicators.map((indicator) =>
    halfLog(pedigreeGsdSquared[indicator], scores[indicator]),
  );
  return acceptFinite(Math.hypot(Math.log(basicGsdSquared[kind]) / 2, ...halves));
}

function halfLog(gsdSquared: readonly number[], grade: number): number {
  const below = Math.floor(grade);
  const lower = Math.log(gsdSquared[below - 1] ?? 1);
  const upper = Math.log(gsdSquared[Math.ceil(grade) - 1] ?? 1);
  return (lower + (upper - lower) * (grade - below)) / 2;
}
