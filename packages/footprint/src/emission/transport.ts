import { acceptFinite, faultsIn, notNegative, type Result, refuse } from '@slipstream/quantity';
import type { FootprintFindingCode } from '../finding-codes.ts';

/** Transport work in tonne-kilometres: kg × km / 1000 (R13). */
export function transportWork(massKg: number, distanceKm: number): number {
  return (massKg * distanceKm) / 1000;
}

/**
 * Emissions of one leg: tkm = kg × km / 1000, kg CO2e = tkm × factor of the mode (R13). 12,500 kg over 84 km are
 * 1,050 tkm; at 0.131 kg CO2e/tkm they emit 137.55 kg.
 */
export function transportEmissions(
  massKg: number,
  distanceKm: number,
  factorKgCO2ePerTkm: number,
): Result<{ readonly tkm: number; readonly kgCO2e: number }, FootprintFindingCode> {
  const leg = { massKg, distanceKm, factorKgCO2ePerTkm };
  const findings = faultsIn(leg, {
    massKg: notNegative,
    distanceKm: notNegative,
    factorKgCO2ePerTkm: notNegative,
  });
  if (findings.length > 0) return refuse(...findings);
  const tkm = transportWork(massKg, distanceKm);
  return acceptFinite({ tkm, kgCO2e: tkm * factorKgCO2ePerTkm });
}
