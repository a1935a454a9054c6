import {
  accept,
  errorAt,
  type Finding,
  parseAmount,
  parseYear,
  type Result,
  refuse,
  within,
} from '@slipstream/quantity';

/** A target as it is typed; years of either calendar, numbers in any form {@link parseAmount} reads. */
export interface TargetEntry {
  readonly baseYear: string;
  readonly targetYear: string;
  readonly reductionPercent: string;
  /** t CO2e of the base year. */
  readonly baseTonnes: string;
}

/** A year's figures as they are typed. */
export interface YearEntry {
  readonly year: string;
  /** t CO2e of the year. */
  readonly tonnes: string;
  /** t CO2e of the difference to the base year that another way of counting made; blank says there is none. */
  readonly methodChange: string;
}

const tonneUnits = [null, 't', '公噸', '噸', 'tCO2e', 't CO2e', 'tCO₂e', 't CO₂e', '公噸CO2e'];
const percentUnits = [null, '%', '％'];

/** Reads a target; amounts stay exact decimals. Every fault names its field. */
export function readTargetEntry(entry: TargetEntry): Result<{
  readonly baseYear: number;
  readonly targetYear: number;
  readonly reductionPercent: string;
  readonly baseTonnes: string;
}> {
  return collect({
    baseYear: parseYear(entry.baseYear),
    targetYear: parseYear(entry.targetYear),
    reductionPercent: readNumber(entry.reductionPercent, percentUnits),
    baseTonnes: readNumber(entry.baseTonnes, tonneUnits),
  });
}

/** Reads a year's figures; amounts stay exact decimals. Every fault names its field. */
export function readYearEntry(entry: YearEntry): Result<{
  readonly year: number;
  readonly tonnes: string;
  readonly methodChange: string;
}> {
  return collect({
    year: parseYear(entry.year),
    tonnes: readNumber(entry.tonnes, tonneUnits),
    methodChange: entry.methodChange.trim() === '' ? accept('0') : readNumber(entry.methodChange, tonneUnits),
  });
}

function readNumber(typed: string, units: readonly (string | null)[]): Result<string> {
  const read = parseAmount(typed);
  if (!read.ok) return read;
  if (read.value.kind !== 'measured') return refuse(errorAt('value.absent'));
  const { decimal, unit } = read.value;
  if (!units.includes(unit)) return refuse(errorAt('target.unitUnexpected', [], { found: unit }));
  return accept(decimal, read.findings);
}

/** All fields, or every finding under the name of its field. */
function collect<Fields extends Record<string, unknown>>(
  reads: {
    readonly [Name in keyof Fields]: Result<Fields[Name]>;
  },
): Result<Fields> {
  const findings: Finding[] = [];
  const values: Partial<Fields> = {};
  for (const name of Object.keys(reads) as (keyof Fields & string)[]) {
    const read = reads[name];
    findings.push(...read.findings.map((finding) => within([name], finding)));
    if (read.ok) values[name] = read.value;
  }
  return Object.values(reads).every(({ ok }) => ok)
    ? accept(values as Fields, findings)
    : refuse(...findings);
}
