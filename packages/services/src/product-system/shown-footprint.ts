import type {
  BusinessBoundary,
  Contribution,
  LifeCycleStage,
  NextStep,
  OpenInput,
} from '@slipstream/footprint';
import type { DrawingResult } from './calculate-drawing.ts';
import type { FactorReason } from './choose-material-factor.ts';
import type { ProductSystemDocument } from './document.ts';

/** A step worth doing next, its lines counted. */
export interface ShownStep extends Omit<NextStep, 'lines'> {
  /** Id of the largest line it would settle, see `contributionId`. */
  readonly line: string;
  readonly lineCount: number;
}

/** A footprint without its lines: what lists and the head of its page show. kg CO2e for its stated unit. */
export interface FootprintFigures {
  readonly total: number;
  readonly statedUnit: { readonly amount: number; readonly unit: string };
  readonly business: BusinessBoundary;
  /** Cradle to gate: a partial footprint. */
  readonly isPartial: boolean;
  /** The stages in scope; `kgCO2e` is null where nothing is entered, which is not zero. */
  readonly byStage: readonly {
    readonly stage: LifeCycleStage;
    readonly kgCO2e: number | null;
    readonly sharePercent: number | null;
  }[];
  readonly primaryDataSharePercent: number | null;
  /** A supplier's figure came without its primary-data share, so that of the product is at least what is shown. */
  readonly primaryDataShareIsLeast: boolean;
  readonly band: DrawingResult['band'];
  readonly dataQuality: DrawingResult['dataQuality'];
  readonly nextSteps: readonly ShownStep[];
  readonly lines: number;
  /** Inputs without an answer: where there are any, all figures are those of the known part. */
  readonly openInputs: number;
  /** Whether anything of the own site is in it. */
  readonly hasOwnLines: boolean;
}

/** Who holds the answer to a line: a supplying organization by id, the own site, or a supplier nobody named. */
export type Holder = string;
const ownSite: Holder = 'own';
const unnamed: Holder = 'unnamed';

/** What answers all lines of a holder. */
export type HeldData = 'supplier' | 'primary' | 'secondary';

/** What one holder's lines come to. */
export interface HolderTotal {
  readonly holder: Holder;
  readonly lines: number;
  /** Name of the largest of them. */
  readonly name: string;
  readonly emissions: number;
  readonly sharePercent: number;
  readonly data: HeldData;
}

/** A line of a footprint with what explains it: activity × factor = emissions. */
export interface ShownLine
  extends Pick<Contribution, 'process' | 'exchange' | 'leg' | 'name' | 'amount' | 'period' | 'study'> {
  readonly holder: Holder;
  readonly unit: string;
  readonly emissions: number;
  readonly sharePercent: number | null;
  /** Null for a sealed footprint. */
  readonly factor: Pick<
    NonNullable<Contribution['factor']>,
    | 'name'
    | 'nameEnglish'
    | 'source'
    | 'sourceChinese'
    | 'sourceType'
    | 'referenceYear'
    | 'version'
    | 'boundary'
  > | null;
  readonly evidence: number;
  /** Why this factor was proposed; null where a person chose it. */
  readonly reason: FactorReason | null;
}

/** An input without an answer and, where known, why no factor was found for it. */
export interface ShownOpenInput
  extends Pick<OpenInput, 'process' | 'exchange' | 'name' | 'supplier' | 'amount' | 'unit' | 'codes'> {
  readonly reason: FactorReason | null;
}

/** The lines of a footprint that its page shows before anybody asks for more, and all who hold them. */
export interface FirstLines {
  /** Largest first. */
  readonly holders: readonly HolderTotal[];
  readonly lines: readonly ShownLine[];
  readonly open: readonly ShownOpenInput[];
}

/** So many lines are shown at once; further ones when they are asked for. */
export const linesAtOnce = 60;

/** The figures of a result. */
export function figuresOf(result: DrawingResult, { draft }: ProductSystemDocument): FootprintFigures {
  const { footprint, band, dataQuality, nextSteps, open } = result;
  const { contributions, statedUnit, total, business, isPartial, primaryDataSharePercent } = footprint;
  const entered = new Set(contributions.map(({ stage }) => stage));
  return {
    total,
    statedUnit: { amount: statedUnit.amount, unit: statedUnit.unit },
    business,
    isPartial,
    byStage: footprint.byStage.map(({ key, emissions, sharePercent }) => ({
      stage: key,
      kgCO2e: entered.has(key) ? emissions : null,
      sharePercent,
    })),
    primaryDataSharePercent,
    primaryDataShareIsLeast: draft.processes.some(
      (process) => process.kind === 'sealed' && process.footprint.primaryDataSharePercent === null,
    ),
    band,
    dataQuality,
    nextSteps: nextSteps.map(({ lines, ...step }) => ({
      ...step,
      line: lines[0] ?? '',
      lineCount: lines.length,
    })),
    lines: contributions.length,
    openInputs: open.length,
    hasOwnLines: contributions.some((line) => holderOf(line) === ownSite),
  };
}

/** The first lines of a result, largest first, and the totals of their holders. */
export function firstLinesOf(
  { footprint, open }: DrawingResult,
  document: ProductSystemDocument,
): FirstLines {
  const { reasons } = document;
  const { contributions } = footprint;
  return {
    holders: holderTotals(contributions),
    lines: contributions.slice(0, linesAtOnce).map((line) => shownLine(line, reasonOf(line))),
    open: open.slice(0, linesAtOnce).map((input) => ({ ...input, reason: reasons[input.exchange] ?? null })),
  };

  function reasonOf({ exchange }: Contribution): FactorReason | null {
    return exchange === null ? null : (reasons[exchange] ?? null);
  }
}

/** A line as a page shows it. */
export function shownLine(line: Contribution, reason: FactorReason | null): ShownLine {
  const { process, exchange, leg, name, amount, unit, emissions, sharePercent, factor, evidence } = line;
  const { period, study } = line;
  return {
    process,
    exchange,
    leg,
    name,
    amount,
    unit,
    emissions,
    sharePercent,
    holder: holderOf(line),
    factor: factor && {
      name: factor.name,
      source: factor.source,
      sourceType: factor.sourceType,
      version: factor.version,
      boundary: factor.boundary,
      ...(factor.nameEnglish !== undefined && { nameEnglish: factor.nameEnglish }),
      ...(factor.sourceChinese !== undefined && { sourceChinese: factor.sourceChinese }),
      ...(factor.referenceYear !== undefined && { referenceYear: factor.referenceYear }),
    },
    period,
    study,
    evidence: evidence.length,
    reason,
  };
}

/** Who holds the answer to a line. The same is written in SQL by `readFootprintLines`. */
function holderOf({ supplier, stage }: Contribution): Holder {
  return supplier ?? (stage === 'rawMaterial' ? unnamed : ownSite);
}

function holderTotals(contributions: readonly Contribution[]): readonly HolderTotal[] {
  return [...Map.groupBy(contributions, holderOf)]
    .map(([holder, lines]) => ({
      holder,
      lines: lines.length,
      name: lines[0]?.name ?? '',
      emissions: lines.reduce((sum, line) => sum + line.emissions, 0),
      sharePercent: lines.reduce((sum, line) => sum + (line.sharePercent ?? 0), 0),
      data: dataOf(lines),
    }))
    .sort((one, other) => Math.abs(other.emissions) - Math.abs(one.emissions));
}

function dataOf(lines: readonly Contribution[]): HeldData {
  if (lines.every(({ kind }) => kind === 'sealed')) return 'supplier';
  return lines.every(({ primaryShare }) => primaryShare === 1) ? 'primary' : 'secondary';
}
