import { accept, errorAt, type Result, refuse } from '@slipstream/quantity';
import { amountFinding, present } from '../amount.ts';
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
  const findings = present(
    amountFinding(massKg, ['massKg'], 'notNegative'),
    amountFinding(distanceKm, ['distanceKm'], 'notNegative'),
    amountFinding(factorKgCO2ePerTkm, ['factorKgCO2ePerTkm'], 'notNegative'),
  );
  if (findings.length > 0) return refuse(...findings);
  const tkm = transportWork(massKg, distanceKm);
  const kgCO2e = tkm * factorKgCO2ePerTkm;
  return Number.isFinite(kgCO2e) ? accept({ tkm, kgCO2e }) : refuse(errorAt('amount.outOfRange'));
}
