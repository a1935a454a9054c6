import { anyNumber, errorAt, type Finding, numberFaults, within } from '@slipstream/quantity';
import { qualityFindings } from '../check/check-quality.ts';
import type { FootprintFindingCode } from '../finding-codes.ts';
import type { EmissionFactor } from '../model/emission-factor.ts';
import {
  type FootprintComponents,
  footprintComponents,
  mapComponents,
  noEmissions,
  totalOf,
} from '../model/footprint-components.ts';
import { convertEmissions, parseFactorUnit } from './emission-unit.ts';

/** A factor made ready to multiply: kg CO2e by component per one `unit` of the activity. */
export interface FactorBasis {
  readonly unit: string;
  readonly components: FootprintComponents;
}

/** Sums of components may differ from the value by this part of it (R0.3). */
const slack = 1e-9;

/**
 * Reads the factor of what stands at `owner`: kg CO2e by component per unit of activity. A factor whose source does not tell the components
 * apart counts as fossil; `byAir` puts its fossil part under aircraft as well (R13, R20.2).
 *
 * Pushes onto `findings` and returns undefined where value or unit are missing, malformed or contradictory.
 */
export function factorBasis(
  factor: EmissionFactor,
  owner: Finding['path'],
  findings: Finding<FootprintFindingCode>[],
  byAir = false,
): FactorBasis | undefined {
  const unit = parseFactorUnit(factor.unit, ['unit']);
  const wrong: readonly Finding<FootprintFindingCode>[] = [
    ...numberFaults(factor.value, anyNumber, ['value']),
    ...unit.findings,
    ...componentFindings(factor),
    ...qualityFindings(factor, []),
  ];
  for (const finding of wrong) findings.push(within([...owner, 'factor'], finding));
  if (wrong.length > 0 || factor.value === null || !unit.ok) return undefined;

  const given = factor.components ?? { ...noEmissions, fossil: factor.value };
  const inKilograms = (value: number) => convertEmissions(value, unit.value.numerator, 'kgCO2e');
  const components = mapComponents((component) =>
    inKilograms(component === 'aircraft' && byAir && !factor.components ? given.fossil : given[component]),
  );
  if (!Object.values(components).every(Number.isFinite)) {
    findings.push(errorAt('value.tooLarge', [...owner, 'factor', 'value']));
    return undefined;
  }
  return { unit: unit.value.denominator, components };
}

function componentFindings({ value, components }: EmissionFactor): Finding<FootprintFindingCode>[] {
  if (!components) return [];
  const at = ['components'];
  const notFinite = footprintComponents.flatMap((component) =>
    numberFaults(components[component], anyNumber, [...at, component]),
  );
  if (notFinite.length > 0 || value === null) return notFinite;

  const findings: Finding<FootprintFindingCode>[] = [];
  const total = totalOf(components);
  const size = footprintComponents.reduce((sum, component) => sum + Math.abs(components[component]), 0);
  if (!(Math.abs(total - value) <= slack * Math.max(size, Math.abs(value)))) {
    findings.push(errorAt('factor.componentsDoNotAdd', at, { value, total }));
  }
  if (components.biogenicRemoval > 0) {
    findings.push(
      errorAt('factor.removalPositive', [...at, 'biogenicRemoval'], { value: components.biogenicRemoval }),
    );
  }
  if (Math.abs(components.aircraft) > Math.abs(components.fossil) * (1 + slack)) {
    findings.push(
      errorAt('factor.aircraftAboveFossil', [...at, 'aircraft'], {
        aircraft: components.aircraft,
        fossil: components.fossil,
      }),
    );
  }
  return findings;
}
