import type { FactorBoundary, FactorSourceType } from '@slipstream/footprint';
import type { Confidence, DefiniteUnit, GwpSet } from '@slipstream/quantity';
import electricity from '../data/factors-electricity.json' with { type: 'json' };
import fuelFactors from '../data/factors-fuels.json' with { type: 'json' };
import materials from '../data/factors-materials.json' with { type: 'json' };
import releases from '../data/factors-releases.json' with { type: 'json' };
import services from '../data/factors-services.json' with { type: 'json' };
import transport from '../data/factors-transport.json' with { type: 'json' };
import waste from '../data/factors-waste.json' with { type: 'json' };
import type { EmissionFactor } from './factor.ts';
import { rowsOf, type Table } from './table.ts';

/** Edition of the starter library; it is the version of each of its factors. */
export const starterEdition = '2026.1';

export const factorCategories = [
  'electricity',
  'electricityLifecycle',
  'fuelStationary',
  'fuelMobile',
  'fuelUpstream',
  'energyLifecycle',
  'metal',
  'chemical',
  'plastic',
  'construction',
  'paper',
  'electronics',
  'textile',
  'rubber',
  'gas',
  'glass',
  'water',
  'transportFreight',
  'transportPassenger',
  'waste',
  'wastewater',
  'refrigerant',
  'process',
  'processGas',
  'fire',
  'hotel',
  'homeworking',
  'workedExample',
] as const;
export type FactorCategory = (typeof factorCategories)[number];

/**
 * A factor of the starter library. None is an official statement: each shows its source and the confidence with
 * which the figure was read from it, A checked, B plausible. The sources' terms are in NOTICE.
 */
export interface StarterFactor extends EmissionFactor {
  readonly category: FactorCategory;
  readonly unit: DefiniteUnit;
  readonly confidence: Confidence;
  /** The source in Chinese, where it is of Taiwan; null where it is cited as its publisher writes it. */
  readonly sourceZh: string | null;
  /** What to know before using it; null if nothing. */
  readonly note: string | null;
}

interface FactorRow {
  readonly key: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly category: FactorCategory;
  readonly unit: DefiniteUnit;
  readonly kgCO2ePerUnit: number;
  readonly kgCO2PerUnit: number | null;
  readonly kgCH4PerUnit: number | null;
  readonly kgN2OPerUnit: number | null;
  readonly gwpSet: GwpSet | null;
  readonly geography: string;
  readonly year: number | null;
  readonly boundary: FactorBoundary;
  readonly source: readonly [text: string, type: FactorSourceType, chinese?: string];
  readonly confidence: Confidence;
  readonly note: string | null;
}

/** Every factor of the starter library, grouped as {@link factorCategories}. */
export const starterFactors: readonly StarterFactor[] = [
  electricity,
  fuelFactors,
  materials,
  transport,
  waste,
  releases,
  services,
].flatMap((table: Table) => rowsOf<FactorRow>(table).map(starterFactorOf));

const byId: ReadonlyMap<string, StarterFactor> = new Map(starterFactors.map((factor) => [factor.id, factor]));

/** The starter factor of that id; undefined if there is none. */
export function starterFactor(id: string): StarterFactor | undefined {
  return byId.get(id);
}

/** The starter factors of a category. */
export function factorsByCategory(category: FactorCategory): readonly StarterFactor[] {
  return starterFactors.filter((factor) => factor.category === category);
}

function starterFactorOf(row: FactorRow): StarterFactor {
  const { kgCO2PerUnit: CO2, kgCH4PerUnit: CH4, kgN2OPerUnit: N2O } = row;
  return {
    id: row.key,
    version: starterEdition,
    nameZh: row.nameZh,
    nameEn: row.nameEn,
    category: row.category,
    value: row.kgCO2ePerUnit,
    unit: row.unit,
    gases: CO2 === null && CH4 === null && N2O === null ? null : { CO2, CH4, N2O },
    gwpSet: row.gwpSet,
    boundary: row.boundary,
    technology: null,
    geography: row.geography,
    referenceYear: row.year,
    sourceType: row.source[1],
    source: row.source[0],
    sourceZh: row.source[2] ?? null,
    validUntil: null,
    confidence: row.confidence,
    dataQuality: null,
    note: row.note,
  };
}
