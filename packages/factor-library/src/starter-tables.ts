import type { Confidence, DefiniteUnit } from '@slipstream/quantity';
import fuelTable from '../data/fuels.json' with { type: 'json' };
import gridTable from '../data/grid.json' with { type: 'json' };
import rateTable from '../data/rates.json' with { type: 'json' };
import { rowsOf } from './table.ts';

/** What a row of the starter tables says about itself. */
interface Provenance {
  readonly geography: string;
  readonly year: number;
  readonly source: string;
  readonly confidence: Confidence;
  readonly note: string | null;
}

export const fuelUses = ['stationary', 'mobile', 'density'] as const;
export type FuelUse = (typeof fuelUses)[number];

/**
 * Heat content, density and combustion gases of a fuel per unit. Heat in kcal is as published, at 4.1868 kJ: calculate
 * with `lowerHeatMj`. The CO2 of biomass is in the figures and is to be reported apart, see `note`.
 */
export interface Fuel extends Provenance {
  readonly key: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** What the row is for; a `density` row has no other figure. */
  readonly use: FuelUse;
  readonly unit: DefiniteUnit;
  readonly lowerHeatMj: number | null;
  readonly lowerHeatKcal: number | null;
  readonly higherHeatKcal: number | null;
  readonly densityKgPerL: number | null;
  readonly kgCO2PerTj: number | null;
  readonly kgCH4PerTj: number | null;
  readonly kgN2OPerTj: number | null;
  readonly kgCO2PerUnit: number | null;
  readonly kgCH4PerUnit: number | null;
  readonly kgN2OPerUnit: number | null;
}

export const gridBoundaries = [
  'generation',
  'consumption',
  'combinedMargin',
  'upstream',
  'transmissionLoss',
  'lifeCycle',
] as const;
export type GridBoundary = (typeof gridBoundaries)[number];

/** kg CO2e per kWh of a grid in a year; which part of the supply it covers is its boundary. */
export interface GridFactor extends Provenance {
  readonly country: string;
  readonly region: string;
  readonly kgCO2ePerKwh: number;
  readonly boundary: GridBoundary;
}

export const rateKinds = [
  'annualLeakage',
  'recoveryAtEndOfLife',
  'annualEmission',
  'annualUseEmission',
  'emission',
  'parameter',
  'methaneCorrection',
  'target',
] as const;
export type RateKind = (typeof rateKinds)[number];

/** A rate or parameter, such as the yearly leakage of a kind of equipment, with its range where the source has one. */
export interface Rate extends Provenance {
  readonly key: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kind: RateKind;
  readonly value: number;
  readonly unit: string;
  readonly low: number | null;
  readonly high: number | null;
}

/** Fuels of the starter library. */
export const fuels: readonly Fuel[] = rowsOf<Fuel>(fuelTable);

/** Grid electricity of the starter library, by country and year. */
export const gridFactors: readonly GridFactor[] = rowsOf<GridFactor>(gridTable);

/** Leakage, recovery and waste-water rates of the starter library. */
export const rates: readonly Rate[] = rowsOf<Rate>(rateTable);
