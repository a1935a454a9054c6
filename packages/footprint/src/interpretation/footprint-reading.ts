import { acceptFinite } from '@slipstream/quantity';
import type { Contribution, ProductFootprint } from '../calculation/product-footprint.ts';
import type { LifeCycleStage } from '../model/life-cycle.ts';
import { overallDataQuality } from './data-quality.ts';
import { unknownScores } from './pedigree-matrix.ts';
import { primaryDataRequirement } from './primary-data.ts';
import { verificationBreadth } from './verification-breadth.ts';

/** Stages before the product is handed to another organization or an end user (R5.3). */
const upstreamStages: readonly LifeCycleStage[] = ['rawMaterial', 'manufacturing', 'service'];

/** The id of a line in samples and lists: process, exchange and leg, as far as it has them. */
export function contributionId({
  process,
  exchange,
  leg,
}: Pick<Contribution, 'process' | 'exchange' | 'leg'>): string {
  return [process, exchange, leg].filter((part) => part !== null).join('/');
}

/**
 * Overall data quality of a result (R8.5). A datum without grades counts as the worst, and `gradedPercent` says how
 * much of the (absolute) emissions has grades for all its data.
 */
export function footprintDataQuality({ contributions }: Pick<ProductFootprint, 'contributions'>) {
  const rows = contributions.map(({ emissions, activityQuality, factor }) => {
    const activity = activityQuality ?? unknownScores;
    // A sealed study shows one set of grades; it stands for both halves.
    const ofFactor = factor ? (factor.quality ?? unknownScores) : activity;
    return { emissions, activity, factor: ofFactor };
  });
  const overall = overallDataQuality(rows);
  if (!overall.ok) return overall;
  const size = (lines: readonly Contribution[]) =>
    lines.reduce((sum, { emissions }) => sum + Math.abs(emissions), 0);
  const graded = contributions.filter(
    ({ activityQuality, factor }) =>
      activityQuality !== null && (factor === null || factor.quality !== undefined),
  );
  return acceptFinite({ ...overall.value, gradedPercent: (size(graded) / size(contributions)) * 100 });
}

/** The sampling head of a result (R6): `contributionId`s, largest first. */
export function footprintSample(
  { contributions }: Pick<ProductFootprint, 'contributions'>,
  thresholdPercent = 75,
) {
  const items = contributions.map((line) => ({ id: contributionId(line), emissions: line.emissions }));
  return verificationBreadth(items, thresholdPercent);
}

/**
 * The first-10-% rule read from a result (R5.3). Own = lines of no supplier in manufacturing (or service);
 * suppliers = lines of theirs before hand-over; other = raw material of nobody named. Removals are left out: the
 * rule speaks of emissions.
 */
export function footprintPrimaryData(
  { contributions }: Pick<ProductFootprint, 'contributions'>,
  thresholdPercent = 10,
) {
  const upstream = contributions.filter(
    ({ stage, emissions }) => upstreamStages.includes(stage) && emissions > 0,
  );
  const sum = (lines: readonly Contribution[]) =>
    lines.reduce((total, { emissions }) => total + emissions, 0);
  const own = upstream.filter(({ supplier, stage }) => supplier === null && stage !== 'rawMaterial');
  const other = upstream.filter(({ supplier, stage }) => supplier === null && stage === 'rawMaterial');
  const bySupplier = Map.groupBy(
    upstream.filter(({ supplier }) => supplier !== null),
    ({ supplier }) => supplier ?? '',
  );
  return primaryDataRequirement({
    thresholdPercent,
    ownEmissions: sum(own),
    otherUpstreamEmissions: sum(other),
    upstreamSuppliers: [...bySupplier].map(([id, lines]) => ({ id, emissions: sum(lines) })),
  });
}
