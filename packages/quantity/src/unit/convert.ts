import { accept, errorAt, type Finding, type Result, refuse } from '../finding.ts';
import {
  type Dimension,
  definiteUnit,
  isUnitCode,
  type Medium,
  type UnitDefinition,
  unitDefinition,
} from './units.ts';

/** Why a conversion is refused. */
export const unitFindingCodes = [
  'unit.unknown',
  'unit.incompatible',
  'unit.mediumRequired',
  'unit.densityRequired',
  'unit.densityInvalid',
  'unit.pieceMassRequired',
  'unit.pieceMassInvalid',
  'unit.valueNotFinite',
  'unit.resultOutOfRange',
] as const;
export type UnitFindingCode = (typeof unitFindingCodes)[number];

/** What leads from one dimension to another: properties of the substance, entered with a source (R10.1, R10.2). */
export interface UnitBridge {
  /** Joins volume and mass; positive. */
  readonly densityKgPerL?: number | undefined;
  /** Joins pieces and mass; positive. */
  readonly kgPerPiece?: number | undefined;
  /** What `du` (度) counts. */
  readonly medium?: Medium | undefined;
}

/** A linear conversion: `value × numerator / denominator`. Kept as a fraction, so that definitions stay exact. */
export interface ConversionRatio {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * The fraction that turns an amount of `from` into an amount of `to` (R10).
 *
 * Within a dimension it needs nothing else. Volume and mass are joined by `densityKgPerL`, pieces and mass by
 * `kgPerPiece`, pieces and volume by both; `du` needs `medium`.
 *
 * Refuses an unknown unit, units that no bridge joins, and a bridge that is missing or not a positive number; the
 * path of a finding is the parameter at fault.
 */
export function conversionRatio(
  from: string,
  to: string,
  bridge: UnitBridge = {},
): Result<ConversionRatio, UnitFindingCode> {
  const source = definitionOf(from, 'from', bridge.medium);
  const target = definitionOf(to, 'to', bridge.medium);
  if (!source.ok || !target.ok) return refuse(...source.findings, ...target.findings);

  if (source.value === target.value) return accept({ numerator: 1, denominator: 1 });
  let numerator = source.value.times * target.value.per;
  let denominator = source.value.per * target.value.times;
  if (source.value.dimension !== target.value.dimension) {
    const sourceMass = kgPerBaseUnit(source.value.dimension, bridge);
    const targetMass = kgPerBaseUnit(target.value.dimension, bridge);
    if (sourceMass === undefined || targetMass === undefined) {
      return refuse(errorAt('unit.incompatible', ['to'], { from, to }));
    }
    if (!sourceMass.ok || !targetMass.ok) return refuse(...sourceMass.findings, ...targetMass.findings);
    numerator *= sourceMass.value;
    denominator *= targetMass.value;
  }
  return accept({ numerator, denominator });
}

/**
 * Converts an amount from one unit code to another (R10). Negative amounts convert too: removals are negative.
 *
 * `convert(1000, 'L', 'kg', { densityKgPerL: 0.836 })` is 836; `convert(1250, 'du', 'kWh', { medium: 'electricity' })`
 * is 1250.
 *
 * Refuses what {@link conversionRatio} refuses, a value that is not a finite number, and a result too large or too
 * small for a number (never Infinity, never a silent zero).
 */
export function convert(
  value: number,
  from: string,
  to: string,
  bridge: UnitBridge = {},
): Result<number, UnitFindingCode> {
  const ratio = conversionRatio(from, to, bridge);
  if (!Number.isFinite(value)) {
    return refuse(errorAt('unit.valueNotFinite', ['value'], { value: String(value) }), ...ratio.findings);
  }
  if (!ratio.ok) return ratio;
  const { numerator, denominator } = ratio.value;
  const exact = (value * numerator) / denominator;
  const result = Number.isFinite(exact) && exact !== 0 ? exact : value * (numerator / denominator);
  if (!Number.isFinite(result) || (result === 0 && value !== 0)) {
    return refuse(errorAt('unit.resultOutOfRange', ['value'], { value, from, to }));
  }
  return accept(result);
}

/** Whether {@link convert} would accept these units with this bridge (R7.2, R10.1). */
export function isConvertible(from: string, to: string, bridge: UnitBridge = {}): boolean {
  return conversionRatio(from, to, bridge).ok;
}

function definitionOf(
  code: string,
  parameter: 'from' | 'to',
  medium: Medium | undefined,
): Result<UnitDefinition, UnitFindingCode> {
  if (!isUnitCode(code)) return refuse(errorAt('unit.unknown', [parameter], { unit: String(code) }));
  const definite = definiteUnit(code, medium);
  if (definite === undefined) return refuse(errorAt('unit.mediumRequired', [parameter], { unit: code }));
  return accept(unitDefinition(definite));
}

/** kg in one base unit of a dimension that has mass; undefined for a dimension no bridge joins to mass. */
function kgPerBaseUnit(
  dimension: Dimension,
  bridge: UnitBridge,
): Result<number, UnitFindingCode> | undefined {
  switch (dimension) {
    case 'mass':
      return accept(1);
    case 'volume':
      return bridgeValue(bridge, 'densityKgPerL', 'unit.densityRequired', 'unit.densityInvalid');
    case 'count':
      return bridgeValue(bridge, 'kgPerPiece', 'unit.pieceMassRequired', 'unit.pieceMassInvalid');
    default:
      return undefined;
  }
}

function bridgeValue(
  bridge: UnitBridge,
  name: 'densityKgPerL' | 'kgPerPiece',
  missing: UnitFindingCode,
  invalid: UnitFindingCode,
): Result<number, UnitFindingCode> {
  const value: unknown = bridge[name];
  if (value === undefined || value === null) return refuse(bridgeFinding(missing, name, null));
  if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) {
    return refuse(bridgeFinding(invalid, name, String(value)));
  }
  return accept(value);
}

function bridgeFinding(code: UnitFindingCode, name: string, value: string | null): Finding<UnitFindingCode> {
  return errorAt(code, ['bridge', name], { value });
}
