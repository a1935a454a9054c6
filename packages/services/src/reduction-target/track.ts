import type { ReductionTarget as TargetRow, ReportedYear as YearRow } from '@slipstream/db';
import { type TargetTrack, trackTarget, type YearReport } from '@slipstream/programme';
import { dayInTaiwan } from '@slipstream/quantity';

/** A target followed over its years, as both its sides see it. */
export interface FollowedTarget {
  readonly id: string;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly horizon: TargetRow['horizon'];
  readonly baseYear: number;
  readonly targetYear: number;
  /** Exact decimals, as entered. */
  readonly reductionPercent: string;
  readonly baseTonnes: string;
  readonly track: TargetTrack;
  /** The latest reported year; null before the first report. */
  readonly latest: LatestYear | null;
}

/** Where a promise stands: t CO2e below the base year, by the line and by operation. */
export interface LatestYear {
  readonly year: number;
  readonly promisedTonnes: number;
  readonly cutTonnes: number;
  readonly methodChangeTonnes: number;
}

type YearFigures = Pick<YearRow, 'year' | 'tonnesCo2e' | 'methodChange'>;

/** Stored years in the shape of the calculation. */
export function yearReports(years: readonly YearFigures[]): readonly YearReport[] {
  return years.map(({ year, tonnesCo2e, methodChange }) => ({
    year,
    emissionsTonnes: tonnesCo2e.toNumber(),
    methodChangeTonnes: methodChange.toNumber(),
  }));
}

/** A target with the years reported under it, against the year it is in Taiwan; amounts as exact decimals. */
export function trackPromise(
  target: Pick<TargetRow, 'horizon' | 'baseYear' | 'targetYear'> & {
    readonly reductionPercent: { toString(): string };
    readonly baseTonnesCo2e: { toString(): string };
  },
  reports: readonly YearReport[],
  now: Date,
) {
  const { horizon, baseYear, targetYear, reductionPercent, baseTonnesCo2e } = target;
  const promise = {
    horizon,
    baseYear,
    targetYear,
    reductionPercent: Number(reductionPercent),
    baselineTonnes: Number(baseTonnesCo2e),
  };
  return trackTarget(promise, reports, Number(dayInTaiwan(now.toISOString()).slice(0, 4)));
}

/** Follows a stored target. What is stored was tracked before it was stored, so it cannot be refused. */
export function follow(
  row: TargetRow & { readonly reportedYears: readonly YearFigures[] },
  partner: { readonly organizationId: string; readonly name: string },
  now: Date,
): FollowedTarget {
  const track = trackPromise(row, yearReports(row.reportedYears), now);
  if (!track.ok) throw new Error(`Target ${row.id} is stored with ${track.findings[0]?.code}`);
  const { id, horizon, baseYear, targetYear, reductionPercent, baseTonnesCo2e } = row;
  return {
    id,
    partnerId: partner.organizationId,
    partnerName: partner.name,
    horizon,
    baseYear,
    targetYear,
    reductionPercent: reductionPercent.toFixed(),
    baseTonnes: baseTonnesCo2e.toFixed(),
    track: track.value,
    latest: latestOf(track.value, baseTonnesCo2e.toNumber()),
  };
}

function latestOf({ years }: TargetTrack, baseTonnes: number): LatestYear | null {
  const last = years.findLast(({ actual }) => actual !== null);
  if (!last?.actual) return null;
  return {
    year: last.year,
    promisedTonnes: baseTonnes - last.allowedTonnes,
    cutTonnes: last.actual.operationalCutTonnes,
    methodChangeTonnes: last.actual.methodChangeTonnes,
  };
}

/**
 * The one promise that stands for several of the same firm: they may cover the same tonnes and must not be added up.
 * The one reported last, then the one with the largest base, then the nearest.
 */
export function headlineOf(targets: readonly FollowedTarget[]): FollowedTarget | undefined {
  return [...targets].sort(
    (one, other) =>
      (other.latest?.year ?? 0) - (one.latest?.year ?? 0) ||
      Number(other.baseTonnes) - Number(one.baseTonnes) ||
      one.targetYear - other.targetYear ||
      (one.id < other.id ? -1 : 1),
  )[0];
}
