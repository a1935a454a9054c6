import {
  acceptFinite,
  atLeast,
  errorAt,
  type Finding,
  notNegative,
  numberFaults,
  percentOfWhole,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';
import { largestFirst, type WeighedItem } from './ranking.ts';

export const primaryDataFindingCodes = [
  'primaryData.noUpstreamEmissions',
  'primaryData.duplicateSupplier',
] as const;
type PrimaryDataCode = (typeof primaryDataFindingCodes)[number] | ValueFindingCode;

/** Emissions of a product before it is handed on, by who owns, operates or controls the process; one unit. */
export interface UpstreamEmissions {
  readonly thresholdPercent: number;
  readonly ownEmissions: number;
  readonly upstreamSuppliers: readonly WeighedItem[];
  /** Upstream emissions of nobody who could be asked: databases, grids. */
  readonly otherUpstreamEmissions: number;
}

export interface PrimaryDataRequirement {
  /** U of R5.3: own + suppliers + other. */
  readonly upstreamTotal: number;
  readonly ownPercent: number;
  /** Who must bring primary activity data: `own` always, then suppliers, largest first. */
  readonly requiredParties: readonly string[];
  readonly cumulativePercent: number;
  /** False: all together stay below the threshold, further tiers must be asked. */
  readonly satisfied: boolean;
}

/**
 * The first-10-% rule (R5.3): primary activity data are required of the organization's own processes and, while
 * these stay below the threshold of the upstream emissions U, of suppliers, largest first, then by id.
 * Emissions are gross: a negative one is refused (`value.outOfDomain`); so are U = 0 and an id used twice.
 */
export function primaryDataRequirement(
  upstream: UpstreamEmissions,
): Result<PrimaryDataRequirement, PrimaryDataCode> {
  const { thresholdPercent, ownEmissions, upstreamSuppliers, otherUpstreamEmissions } = upstream;
  const findings = checkUpstream(upstream);
  if (findings.length > 0) return refuse(...findings);
  const ranked = largestFirst(upstreamSuppliers);
  const upstreamTotal = ranked.reduce(
    (sum, supplier) => sum + supplier.emissions,
    ownEmissions + otherUpstreamEmissions,
  );
  if (upstreamTotal === 0) return refuse(errorAt('primaryData.noUpstreamEmissions'));
  const percentOf = (emissions: number) => (emissions / upstreamTotal) * 100;
  const requiredParties = ['own'];
  let covered = ownEmissions;
  for (const supplier of ranked) {
    if (atLeast(percentOf(covered), thresholdPercent)) break;
    requiredParties.push(supplier.id);
    covered += supplier.emissions;
  }
  const cumulativePercent = percentOf(covered);
  return acceptFinite({
    upstreamTotal,
    ownPercent: percentOf(ownEmissions),
    requiredParties,
    cumulativePercent,
    satisfied: atLeast(cumulativePercent, thresholdPercent),
  });
}

function checkUpstream(upstream: UpstreamEmissions): Finding<PrimaryDataCode>[] {
  const findings: Finding<PrimaryDataCode>[] = [
    ...numberFaults(upstream.thresholdPercent, percentOfWhole, ['thresholdPercent']),
    ...numberFaults(upstream.ownEmissions, notNegative, ['ownEmissions']),
    ...numberFaults(upstream.otherUpstreamEmissions, notNegative, ['otherUpstreamEmissions']),
  ];
  const seen = new Set<string>();
  upstream.upstreamSuppliers.forEach(({ id, emissions }, index) => {
    findings.push(...numberFaults(emissions, notNegative, ['upstreamSuppliers', index, 'emissions']));
    if (seen.has(id)) {
      findings.push(errorAt('primaryData.duplicateSupplier', ['upstreamSuppliers', index, 'id'], { id }));
    }
    seen.add(id);
  });
  return findings;
}
