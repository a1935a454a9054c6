import {
  acceptFinite,
  anyNumber,
  atLeast,
  atMost,
  errorAt,
  faultsIn,
  notNegative,
  positive,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';

/** Pressure classes of a demand survey (R25.9), kg/cm2G. */
export const pressureClasses = ['below5', 'from5To8', 'from8To12', 'above12'] as const;
export type PressureClass = (typeof pressureClasses)[number];

/** What one machine on the use side needs of its air (R25.9). */
export interface AirDemand {
  readonly machine: string;
  /** Standard flow, one unit for the whole survey. */
  readonly flow: number;
  readonly pressureKgCm2: number;
  /** Pressure dew point (壓力露點) the machine needs, °C; null where it does not matter. */
  readonly pressureDewPointC: number | null;
  readonly oilPpm: number | null;
  readonly particlesPpm: number | null;
}

export interface ClassDemand {
  readonly pressureClass: PressureClass;
  readonly flow: number;
  readonly sharePercent: number;
}

/**
 * Sums a demand survey by pressure class (R25.9). 5 and 8 kg/cm2G open the next class, 12 still belongs to the
 * third.
 *
 * @param demands flow not negative, pressure above zero; dew point any, oil and particles not negative or null
 * @returns the four classes in order, empty ones with zero; refused with `compressor.noFlow` when nothing flows
 */
export function summarizeDemand(
  demands: readonly AirDemand[],
): Result<
  { readonly totalFlow: number; readonly classes: readonly ClassDemand[] },
  ValueFindingCode | 'compressor.noFlow'
> {
  const faults = demands.flatMap((demand, index) =>
    faultsIn(
      demand,
      {
        flow: notNegative,
        pressureKgCm2: positive,
        ...(demand.pressureDewPointC !== null && { pressureDewPointC: anyNumber }),
        ...(demand.oilPpm !== null && { oilPpm: notNegative }),
        ...(demand.particlesPpm !== null && { particlesPpm: notNegative }),
      },
      [index],
    ),
  );
  if (faults.length > 0) return refuse(...faults);
  const totalFlow = demands.reduce((sum, { flow }) => sum + flow, 0);
  if (totalFlow === 0) return refuse(errorAt('compressor.noFlow'));
  const classes = pressureClasses.map((pressureClass) => {
    const flow = demands
      .filter(({ pressureKgCm2 }) => classOf(pressureKgCm2) === pressureClass)
      .reduce((sum, demand) => sum + demand.flow, 0);
    return { pressureClass, flow, sharePercent: (flow / totalFlow) * 100 };
  });
  return acceptFinite({ totalFlow, classes });
}

function classOf(pressureKgCm2: number): PressureClass {
  if (!atMost(pressureKgCm2, 12)) return 'above12';
  if (atLeast(pressureKgCm2, 8)) return 'from8To12';
  return atLeast(pressureKgCm2, 5) ? 'from5To8' : 'below5';
}
