import { accept, errorAt, questionAt, type Result, refuse, within } from '../finding.ts';
import { plainText } from '../text.ts';
import {
  containerNames,
  type DoubtfulName,
  doubtfulNames,
  doubtfulTexts,
  nameKey,
  unitNames,
} from './unit-names.ts';
import { type DefiniteUnit, definiteUnit, isUnitCode, type Medium, unitCodes } from './units.ts';

/** Why the text of a unit is refused or asked about. */
export const unitTextFindingCodes = [
  'unit.absent',
  'unit.unknown',
  'unit.ambiguous',
  'unit.mediumRequired',
  'unit.containerCounted',
  'unit.emissionUnknown',
] as const;
export type UnitTextFindingCode = (typeof unitTextFindingCodes)[number];

const byName: ReadonlyMap<string, DefiniteUnit> = new Map([
  ...unitCodes.flatMap((code) => (code === 'du' ? [] : [[nameKey(code), code] as const])),
  ...Object.entries(unitNames).flatMap(([code, names]) =>
    names.map((name) => [nameKey(name), code as DefiniteUnit] as const),
  ),
]);

const du = ['du', '度', '度數'];
const thousandDu = ['千度', '1000度', '千du', 'mdu'];
const thousandOf: Readonly<Record<Medium, DefiniteUnit>> = {
  electricity: 'MWh',
  water: '1000m3',
  gas: '1000m3',
};

/**
 * Reads a unit as people type it: `公斤`, `KG`, `ｋｇ`, `㎏`, `立方公尺`, `m³`, `延噸公里`, `件`; `度` and `千度` by the
 * medium (R10.2). The result is a unit code with a fixed meaning, never `du`.
 *
 * Asks (`unit.ambiguous`, with the reading taken and the alternatives) where a text has several meanings: 噸 and
 * `ton`, 加侖, `kw`, `M` (R10.3); asks (`unit.containerCounted`) where a container is counted as one piece.
 * Refuses an empty or unknown text, one without a safe reading (`Mg`, 兆焦耳), and 度 without its medium.
 */
export function parseUnit(typed: string, medium?: Medium): Result<DefiniteUnit, UnitTextFindingCode> {
  const text = plainText(typed);
  const key = nameKey(text);
  if (key === '') return refuse(errorAt('unit.absent'));
  if (du.includes(key) || thousandDu.includes(key)) {
    const unit = definiteUnit('du', medium);
    if (medium === undefined || unit === undefined)
      return refuse(errorAt('unit.mediumRequired', [], { unit: typed }));
    return accept(du.includes(key) ? unit : thousandOf[medium]);
  }
  const code = text.replaceAll(' ', '');
  if (isUnitCode(code) && code !== 'du') return accept(code);
  const doubt = entryOf(doubtfulTexts, code) ?? entryOf(doubtfulNames, key);
  if (doubt) return readDoubtful(doubt, typed);
  const unit = byName.get(key);
  if (unit !== undefined) return accept(unit);
  if (containerNames.includes(key))
    return accept('pcs', [questionAt('unit.containerCounted', [], { typed })]);
  return readTwice(text, typed, medium);
}

/** What a factor counts above the line. */
export const emissionGases = ['CO2e', 'CO2', 'CH4', 'N2O'] as const;
export type EmissionGas = (typeof emissionGases)[number];

/** The unit of an emission factor: mass of a gas per unit of activity. */
export interface FactorUnit {
  readonly gas: EmissionGas;
  /** Unit of the mass above the line. */
  readonly mass: DefiniteUnit;
  /** Unit of activity below the line. */
  readonly per: DefiniteUnit;
}

const gasNames: readonly (readonly [name: RegExp, gas: EmissionGas])[] = [
  [/(?:co2(?:-| )?(?:e|eq|equiv)\.?|二氧化碳當量|碳當量)$/i, 'CO2e'],
  [/(?:co2|二氧化碳)$/i, 'CO2'],
  [/(?:ch4|甲烷)$/i, 'CH4'],
  [/(?:n2o|氧化亞氮)$/i, 'N2O'],
];

/**
 * Reads the unit of a factor: `kgCO2e/kWh`, `kg CO2-eq per tkm`, `公斤CO2e/度`, `g CO2 / km`. The part below the line is
 * read as {@link parseUnit} reads it, with the same questions.
 *
 * Refuses what has no gas or no mass above the line (`unit.emissionUnknown`) or no unit below it; the path is
 * `['numerator']` or `['denominator']`.
 */
export function parseFactorUnit(typed: string, medium?: Medium): Result<FactorUnit, UnitTextFindingCode> {
  const text = plainText(typed);
  const cut = /^([^/]*?) ?(?:\/| per |每)(.*)$/i.exec(text);
  const numerator = cut?.[1] ?? text;
  const gas = gasNames.find(([name]) => name.test(numerator));
  const mass = gas && parseUnit(numerator.replace(gas[0], '').replace(/[ -]+$/, ''));
  const emissionUnknown = errorAt<UnitTextFindingCode>('unit.emissionUnknown', ['numerator'], { typed });
  if (!gas || !mass?.ok || !isMassOfFactor(mass.value)) return refuse(emissionUnknown);
  const per = parseUnit(cut?.[2] ?? '', medium);
  const findings = [
    ...mass.findings.map((finding) => within(['numerator'], finding)),
    ...per.findings.map((finding) => within(['denominator'], finding)),
  ];
  return per.ok ? accept({ gas: gas[1], mass: mass.value, per: per.value }, findings) : refuse(...findings);
}

function isMassOfFactor(unit: DefiniteUnit): boolean {
  return (
    unit === 'kg' || unit === 'g' || unit === 't' || unit === 'mg' || unit === 'lb' || unit === 'shortTon'
  );
}

function readDoubtful(
  { reading, alternatives }: DoubtfulName,
  typed: string,
): Result<DefiniteUnit, UnitTextFindingCode> {
  const values = { typed, reading, alternatives: alternatives.join(', ') };
  return reading === null
    ? refuse(errorAt('unit.ambiguous', [], values))
    : accept(reading, [questionAt('unit.ambiguous', [], values)]);
}

/** Reads `公斤(kg)`: a unit named twice, if both names agree. */
function readTwice(text: string, typed: string, medium?: Medium): Result<DefiniteUnit, UnitTextFindingCode> {
  const [, outside, inside] = /^([^()]+)\(([^()]+)\)$/.exec(text) ?? [];
  if (outside !== undefined && inside !== undefined) {
    const first = parseUnit(outside, medium);
    const second = parseUnit(inside, medium);
    if (first.ok && second.ok && first.value === second.value) {
      return first.findings.length === 0 ? first : second;
    }
  }
  return refuse(errorAt('unit.unknown', [], { unit: typed }));
}

function entryOf<Entry>(entries: Readonly<Record<string, Entry>>, key: string): Entry | undefined {
  return Object.hasOwn(entries, key) ? entries[key] : undefined;
}
