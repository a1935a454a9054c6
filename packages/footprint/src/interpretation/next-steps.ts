import { accept, type Result, type ValueFindingCode } from '@slipstream/quantity';
import type { Contribution } from '../calculation/product-footprint.ts';
import { contributionId } from './footprint-reading.ts';
import { uncertainLine } from './line-uncertainty.ts';
import { logDeviation } from './pedigree-uncertainty.ts';
import { analyticBand, type UncertainLine } from './result-band.ts';

/** What can be done about an unknown: ask who has the answer, measure it, or find a better factor. */
export const nextStepKinds = ['askSupplier', 'measureActivity', 'improveFactor'] as const;
export type NextStepKind = (typeof nextStepKinds)[number];

/** One thing worth doing next; figures in kg CO2e of the stated unit. */
export interface NextStep {
  readonly kind: NextStepKind;
  readonly supplier: string | null;
  /** Ids of the lines it would settle, see `contributionId`; largest first. */
  readonly lines: readonly string[];
  /** Name of the largest of them. */
  readonly name: string;
  readonly emissions: number;
  /** Half of the 95 % band these lines alone put on the result: what the unknown is worth, "± 0.4 kg". */
  readonly spread: number;
  /** How much of the spread the step would take away, if it brings measured data and an own factor. */
  readonly gain: number;
}

/** The best that a step can bring: measured, this site, this year, this process. */
const bestScores = { reliability: 1, completeness: 1, temporal: 1, geographical: 1, technological: 1 };

/**
 * Ranks what is most worth doing next by the spread it would take away from the result. One step per supplier whose
 * lines do not rest on its own data, one per own line whose amount is not measured, one per factor of nobody's that
 * several lines share. A sealed footprint is its supplier's answer: nobody is asked again for what it answers. Steps
 * that would gain nothing are left out. Ties by kind, supplier and first line.
 */
export function nextSteps(
  contributions: readonly Contribution[],
): Result<readonly NextStep[], ValueFindingCode> {
  const best = logDeviation(bestScores, 'material');
  if (!best.ok) return best;
  const steps: NextStep[] = [];
  for (const { kind, supplier, lines } of candidates(contributions)) {
    const now: UncertainLine[] = [];
    for (const line of lines) {
      const uncertain = uncertainLine(line);
      if (!uncertain.ok) return uncertain;
      now.push(uncertain.value);
    }
    const spread = halfBand(now);
    const after = halfBand(now.map((line) => improved(line, kind, best.value)));
    if (!spread.ok) return spread;
    if (!after.ok) return after;
    const gain = spread.value - after.value;
    const emissions = lines.reduce((sum, line) => sum + line.emissions, 0);
    if (gain > 0)
      steps.push({
        kind,
        supplier,
        lines: lines.map(contributionId),
        name: lines[0]?.name ?? '',
        emissions,
        spread: spread.value,
        gain,
      });
  }
  const key = ({ kind, supplier, lines }: NextStep) => `${kind} ${supplier ?? ''} ${lines[0] ?? ''}`;
  return accept(steps.sort((a, b) => b.gain - a.gain || (key(a) < key(b) ? -1 : 1)));
}

interface Candidate {
  readonly kind: NextStepKind;
  readonly supplier: string | null;
  readonly lines: readonly Contribution[];
}

function candidates(contributions: readonly Contribution[]): readonly Candidate[] {
  const open = contributions.filter(({ kind, primaryShare }) => kind !== 'sealed' && primaryShare < 1);
  const ofSuppliers = Map.groupBy(
    open.filter(({ supplier }) => supplier !== null),
    ({ supplier }) => supplier ?? '',
  );
  const ours = open.filter(({ supplier }) => supplier === null);
  const measured = ours.filter(({ dataType }) => dataType === 'primary');
  const byFactor = Map.groupBy(measured, ({ factor }) => (factor ? `${factor.id}@${factor.version}` : ''));
  return [
    ...[...ofSuppliers].map(([supplier, lines]) => ({ kind: 'askSupplier', supplier, lines }) as const),
    ...ours
      .filter(({ dataType }) => dataType === 'secondary')
      .map((line) => ({ kind: 'measureActivity', supplier: null, lines: [line] }) as const),
    ...[...byFactor.values()].map((lines) => ({ kind: 'improveFactor', supplier: null, lines }) as const),
  ];
}

function improved(line: UncertainLine, kind: NextStepKind, best: number): UncertainLine {
  const activity =
    kind === 'improveFactor' ? line.activityLogDeviation : Math.min(line.activityLogDeviation, best);
  const factor =
    kind === 'measureActivity' ? line.factorLogDeviation : Math.min(line.factorLogDeviation, best);
  return { ...line, activityLogDeviation: activity, factorLogDeviation: factor };
}

function halfBand(lines: readonly UncertainLine[]): Result<number, ValueFindingCode> {
  const band = analyticBand(lines);
  return band.ok ? accept((band.value.high - band.value.low) / 2) : band;
}
