import {
  dataQualityIndicators,
  type FactorBoundary,
  type FactorSourceType,
  factorBoundaries,
  factorSourceTypes,
  type PedigreeScores,
} from '@slipstream/footprint';
import {
  type Confidence,
  choiceFaults,
  type DateFindingCode,
  errorAt,
  type Finding,
  faultsIn,
  type GwpSet,
  gwpOf,
  gwpSets,
  type IsoDate,
  isDay,
  isUnitCode,
  notNegative,
  numberFaults,
  type UnitFindingCode,
  type ValueFindingCode,
  warningAt,
} from '@slipstream/quantity';

/** kg of a gas per unit of activity; null where the source gives no figure. Methane counts as of unstated origin. */
export interface GasDetail {
  readonly CO2: number | null;
  readonly CH4: number | null;
  readonly N2O: number | null;
}

/** An emission factor as recorded (R7.5): kg CO2e per unit of activity, with everything a verifier asks about it. */
export interface EmissionFactor {
  readonly id: string;
  /** Edition of the record; a changed value is a new version, the old one stays. */
  readonly version: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** kg CO2e per `unit`; negative for a removal. */
  readonly value: number;
  /** Unit code of the activity. */
  readonly unit: string;
  readonly gases: GasDetail | null;
  /** The set `value` was calculated with; null where the source does not say. */
  readonly gwpSet: GwpSet | null;
  readonly boundary: FactorBoundary;
  readonly technology: string | null;
  /** ISO 3166 code, `GLO` for the world. */
  readonly geography: string;
  /** Year the data stand for. */
  readonly referenceYear: number | null;
  readonly sourceType: FactorSourceType;
  readonly source: string;
  /** Last day it may be used; null without limit. */
  readonly validUntil: IsoDate | null;
  readonly confidence: Confidence | null;
  readonly dataQuality: PedigreeScores | null;
}

/** What can be wrong with a factor record, or its choice. */
export const factorFindingCodes = [
  'factor.nameMissing',
  'factor.gwpSetMissing',
  'factor.gasDetailDiffers',
  'factor.idRepeated',
  'factor.notACandidate',
  'factor.notEligible',
  'factor.reasonRequired',
] as const;
export type FactorFindingCode =
  | (typeof factorFindingCodes)[number]
  | ValueFindingCode
  | DateFindingCode
  | Extract<UnitFindingCode, 'unit.unknown'>;

/** How far gas detail may be from the value: sources round both, the smallest ones to a few digits. */
const gasDetailSlack = 0.001;

/**
 * Checks a factor record before it is kept (R7.5): names, a finite value, a known unit, boundary, source and GWP set,
 * a whole reference year, an existing last day, pedigree scores of 1 to 5, and gas detail that is not negative.
 *
 * Warns (`factor.gasDetailDiffers`) when the gases × GWP differ from the value by more than 0.1 %, and
 * (`factor.gwpSetMissing`) when gases are given without the set. Errors stop the record.
 */
export function checkEmissionFactor(factor: EmissionFactor): Finding<FactorFindingCode>[] {
  const findings: Finding<FactorFindingCode>[] = [
    ...blankFaults(factor, ['id', 'version', 'nameZh', 'source', 'geography']),
    ...numberFaults(factor.value, {}, ['value']),
    ...choiceFaults(factor.boundary, factorBoundaries, ['boundary']),
    ...choiceFaults(factor.sourceType, factorSourceTypes, ['sourceType']),
    ...(factor.gwpSet === null ? [] : choiceFaults(factor.gwpSet, gwpSets, ['gwpSet'])),
    ...yearFaults(factor.referenceYear, ['referenceYear']),
    ...validityFaults(factor.validUntil, ['validUntil']),
  ];
  if (!isUnitCode(factor.unit))
    findings.push(errorAt('unit.unknown', ['unit'], { unit: String(factor.unit) }));
  if (factor.dataQuality !== null) {
    const grades = Object.fromEntries(
      dataQualityIndicators.map((indicator) => [indicator, { min: 1, max: 5 }]),
    );
    findings.push(...faultsIn(factor.dataQuality, grades, ['dataQuality']));
  }
  for (const [gas, mass] of Object.entries(factor.gases ?? {})) {
    if (mass !== null) findings.push(...numberFaults(mass, notNegative, ['gases', gas]));
  }
  return findings.length > 0 ? findings : gasDetailWarnings(factor);
}

/** A reference year is a whole number or not known. */
export function yearFaults(year: unknown, path: Finding['path']): Finding<ValueFindingCode>[] {
  if (year === null) return [];
  return Number.isInteger(year) ? [] : [errorAt('value.notNumeric', path, { value: String(year) })];
}

/** The last day of validity is an existing day, or there is none. */
export function validityFaults(validUntil: unknown, path: Finding['path']): Finding<DateFindingCode>[] {
  if (validUntil === null || isDay(validUntil)) return [];
  return [errorAt('date.notIso', path, { date: String(validUntil) })];
}

function blankFaults(
  factor: EmissionFactor,
  fields: readonly (keyof EmissionFactor)[],
): Finding<FactorFindingCode>[] {
  return fields
    .filter((field) => typeof factor[field] !== 'string' || factor[field].trim() === '')
    .map((field) => errorAt(field === 'nameZh' ? 'factor.nameMissing' : 'value.absent', [field]));
}

function gasDetailWarnings({ gases, gwpSet, value }: EmissionFactor): Finding<FactorFindingCode>[] {
  const masses = Object.entries(gases ?? {}).filter(([, mass]) => mass !== null);
  if (masses.length === 0) return [];
  if (gwpSet === null) return [warningAt('factor.gwpSetMissing', ['gwpSet'])];
  const fromGases = masses.reduce((sum, [gas, mass]) => {
    const gwp = gwpOf(gas, gwpSet);
    return sum + (gwp.ok ? gwp.value * (mass ?? 0) : 0);
  }, 0);
  return Math.abs(fromGases - value) > gasDetailSlack * Math.abs(value)
    ? [warningAt('factor.gasDetailDiffers', ['gases'], { value, fromGases })]
    : [];
}
