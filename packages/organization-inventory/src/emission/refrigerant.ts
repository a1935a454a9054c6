import {
  accept,
  co2eOfGases,
  type Finding,
  type GasFindingCode,
  type GwpSet,
  notNegative,
  numberFaults,
  type Result,
  refuse,
} from '@slipstream/quantity';

/** Refrigerant filled into one machine in the year, read from the service slip. */
export interface RefrigerantRefill {
  /** As named on the slip: `R410A`, `HFC-134a`, `r-22`. */
  readonly refrigerant: string;
  readonly kgRefilled: number;
}

export interface RefrigerantEmissions {
  /** t CO2e of each refill, in the order given. */
  readonly tCO2eByRefill: readonly number[];
  /** t CO2e that counts in the inventory: gases of the protocol. */
  readonly tCO2e: number;
  /** t CO2e of HCFCs and other ozone-depleting substances: shown apart, outside the seven gases. */
  readonly ozoneDepletingTCO2e: number;
  /** t CO2e of what belongs to neither, such as HFOs. */
  readonly otherTCO2e: number;
}

/**
 * Fugitive emission of refrigerants (R1.6): what is refilled has leaked, kg × GWP / 1000. A blend is parted by its
 * composition.
 *
 * @param input.gwpSet the one set of the inventory (R23.1)
 * @returns refused for an unknown refrigerant, one without a value in the set, or a negative mass, at the refill
 */
export function refrigerantEmissions(input: {
  readonly refills: readonly RefrigerantRefill[];
  readonly gwpSet: GwpSet;
}): Result<RefrigerantEmissions, GasFindingCode> {
  const findings: Finding<GasFindingCode>[] = [];
  const tCO2eByRefill: number[] = [];
  const sums = { sevenGases: 0, ozoneDepleting: 0, other: 0 };
  input.refills.forEach(({ refrigerant, kgRefilled }, index) => {
    const massFaults = numberFaults(kgRefilled, notNegative, ['refills', index, 'kgRefilled']);
    const weighed = co2eOfGases({ [refrigerant]: massFaults.length > 0 ? 0 : kgRefilled }, input.gwpSet);
    findings.push(...massFaults);
    if (!weighed.ok) {
      findings.push(
        ...weighed.findings.map((finding) =>
          finding.path[0] === 'massesKg' ? { ...finding, path: ['refills', index, 'refrigerant'] } : finding,
        ),
      );
      return;
    }
    tCO2eByRefill.push(weighed.value.total);
    sums.sevenGases += weighed.value.totalByGroup.sevenGases;
    sums.ozoneDepleting += weighed.value.totalByGroup.ozoneDepleting;
    sums.other += weighed.value.totalByGroup.other;
  });
  if (findings.length > 0) return refuse(...findings);
  return accept({
    tCO2eByRefill,
    tCO2e: sums.sevenGases,
    ozoneDepletingTCO2e: sums.ozoneDepleting,
    otherTCO2e: sums.other,
  });
}
