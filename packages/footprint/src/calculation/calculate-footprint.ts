import { accept, compareText, errorAt, type Result, refuse } from '@slipstream/quantity';
import type { FootprintFindingCode } from '../finding-codes.ts';
import { type FootprintComponents, scaleComponents, totalOf } from '../model/footprint-components.ts';
import { type LifeCycleStage, stagesInScope } from '../model/life-cycle.ts';
import type { ProductLine, ProductSystem } from '../model/product-system.ts';
import { scalingFactors } from '../solver/index.ts';
import { cutOffReport } from './cut-off-report.ts';
import type { Contribution, GroupTotal, ProductFootprint } from './product-footprint.ts';
import { percentOf, sumBy, sumComponents } from './sums.ts';

/**
 * Calculates the footprint of a product system for its stated unit (ISO 14067; R3.1, R20.2): solves how much of every
 * product is made (loops included), and scales each line to it. The lines add up to the components, these to the
 * total; offsets have no way in (R3.11).
 *
 * Refuses only what leaves the range of numbers (`value.tooLarge`, at the process and exchange it names).
 */
export function calculateFootprint(system: ProductSystem): Result<ProductFootprint, FootprintFindingCode> {
  const { product, demand } = system.reference;
  const made = scalingFactors(system.plan, product, demand);
  if (!made.ok) return refuse(errorAt('value.tooLarge', ['referenceFlow', 'amount'], { demand }));

  const lines = scaledLines(system.lines, made.value);
  const tooLarge = lines.find((line) => !Number.isFinite(line.emissions) || !Number.isFinite(line.amount));
  const components = sumComponents(lines.map((line) => line.components));
  const total = totalOf(components);
  if (tooLarge || !Number.isFinite(total)) {
    const { process = null, exchange = null } = tooLarge ?? {};
    return refuse(errorAt('value.tooLarge', ['total'], { process, exchange }));
  }

  const contributions = lines
    .map((line) => ({ ...line, sharePercent: percentOf(line.emissions, total) }))
    .sort(byImportance);
  const { draft, statedUnit, referenceFlow } = system;
  return accept({
    statedUnit,
    referenceFlow,
    business: draft.boundary.business,
    isPartial: draft.boundary.business === 'B2B',
    total,
    components,
    contributions,
    byStage: stageTotals(system, contributions, total),
    byProcess: largestFirst(groupTotals(contributions, (line) => line.process, total)),
    bySupplier: largestFirst(groupTotals(contributions, (line) => line.supplier, total)),
    primaryDataSharePercent: primaryDataShare(contributions),
    cutOff: cutOffReport(system, made.value, total),
  });
}

type ScaledLine = Omit<Contribution, 'sharePercent'>;

/** Lines for what is made; the parts of one exchange that were shared among products come together again. */
function scaledLines(lines: readonly ProductLine[], made: Float64Array): ScaledLine[] {
  const scaled: ScaledLine[] = [];
  for (let first = 0; first < lines.length; ) {
    const end = endOfProcess(lines, first);
    const used = lines.slice(first, end).filter((line) => made[line.product] !== 0);
    for (const parts of bySource(used)) scaled.push(scaledLine(parts, made));
    first = end;
  }
  return scaled;
}

/** Where the lines of the process of `lines[first]` end: those of one process stand together. */
function endOfProcess(lines: readonly ProductLine[], first: number): number {
  let end = first + 1;
  while (end < lines.length && lines[end]?.process === lines[first]?.process) end++;
  return end;
}

/** The lines of one process, those from the same exchange or leg together. */
function bySource(lines: readonly ProductLine[]): (readonly ProductLine[])[] {
  if (lines.every((line) => line.product === lines[0]?.product)) return lines.map((line) => [line]);
  const groups = new Map<string, ProductLine[]>();
  for (const line of lines) {
    const source = JSON.stringify([line.exchange, line.leg]);
    const group = groups.get(source);
    if (group) group.push(line);
    else groups.set(source, [line]);
  }
  return [...groups.values()];
}

function scaledLine(parts: readonly ProductLine[], made: Float64Array): ScaledLine {
  const scaled = (amountOf: (line: ProductLine) => number) =>
    sumBy(parts, (line) => amountOf(line) * (made[line.product] ?? 0));
  const [{ product: _product, components: perUnit, ...line }] = parts as [ProductLine];
  const amount = scaled((part) => part.amount);
  const components = scaleComponents(perUnit, amount);
  return {
    ...line,
    amount,
    enteredAmount: scaled((part) => part.enteredAmount),
    perUnit,
    components,
    emissions: totalOf(components),
  };
}

/** Largest emission or removal first; of equals by process, exchange and leg. */
function byImportance(a: Contribution, b: Contribution): number {
  return (
    Math.abs(b.emissions) - Math.abs(a.emissions) ||
    compareText(a.process, b.process) ||
    compareText(a.exchange ?? '', b.exchange ?? '') ||
    compareText(a.leg ?? '', b.leg ?? '')
  );
}

function groupTotals<Key>(
  contributions: readonly Contribution[],
  keyOf: (line: Contribution) => Key,
  total: number,
): GroupTotal<Key>[] {
  const groups = new Map<Key, FootprintComponents[]>();
  for (const line of contributions) {
    const key = keyOf(line);
    const parts = groups.get(key);
    if (parts) parts.push(line.components);
    else groups.set(key, [line.components]);
  }
  return [...groups].map(([key, parts]) => groupTotal(key, parts, total));
}

function groupTotal<Key>(key: Key, parts: readonly FootprintComponents[], total: number): GroupTotal<Key> {
  const components = sumComponents(parts);
  const emissions = totalOf(components);
  return { key, components, emissions, sharePercent: percentOf(emissions, total) };
}

function largestFirst<Key extends string | null>(groups: readonly GroupTotal<Key>[]): GroupTotal<Key>[] {
  return [...groups].sort(
    (a, b) => Math.abs(b.emissions) - Math.abs(a.emissions) || compareText(a.key ?? '', b.key ?? ''),
  );
}

function stageTotals(
  { draft }: ProductSystem,
  contributions: readonly Contribution[],
  total: number,
): GroupTotal<LifeCycleStage>[] {
  const groups = groupTotals(contributions, (line) => line.stage, total);
  return stagesInScope(draft.boundary.productKind, draft.boundary.business).map(
    (stage) => groups.find((group) => group.key === stage) ?? groupTotal(stage, [], total),
  );
}

/** Primary activity data with a supplier's own factor, by absolute emissions as removals count too (R5.5). */
function primaryDataShare(contributions: readonly Contribution[]): number | null {
  const primary = sumBy(contributions, (line) => Math.abs(line.emissions) * line.primaryShare);
  return percentOf(
    primary,
    sumBy(contributions, (line) => Math.abs(line.emissions)),
  );
}
