import {
  acceptFinite,
  atLeast,
  choiceFaults,
  faultsIn,
  notNegative,
  positive,
  type Result,
  refuse,
  roundHalfUp,
  type ValueFindingCode,
} from '@slipstream/quantity';

/** Chillers as the Taiwan standards divide them: 容積式, 離心式, 氣冷式. */
export const chillerTypes = ['waterPositive', 'waterCentrifugal', 'airCooled'] as const;
export type ChillerType = (typeof chillerTypes)[number];

export const oldStandardPhases = [1, 2] as const;
export type OldStandardPhase = (typeof oldStandardPhases)[number];

/** First day of each phase of the old standard (R24.3). */
export const oldStandardFrom = { 1: '2003-01-01', 2: '2005-01-01' } as const;
/** First day of the grades (R24.3). */
export const gradesFrom = '2020-07-01';

interface OldStandardRow {
  /** Size up to which the row holds, RT; `inclusive` says whether that size still belongs to it. */
  readonly upTo: number;
  readonly inclusive: boolean;
  readonly 1: { readonly minEer: number; readonly minCop: number };
  readonly 2: { readonly minEer: number; readonly minCop: number; readonly maxKwPerRt: number };
}

/** The old standard (R24.3), smallest machines first: minimum EER and COP of each phase, kW/RT of the second. */
export const oldStandard: Readonly<Record<ChillerType, readonly OldStandardRow[]>> = {
  waterPositive: [
    {
      upTo: 150,
      inclusive: false,
      1: { minEer: 3.5, minCop: 4.07 },
      2: { minEer: 3.83, minCop: 4.45, maxKwPerRt: 0.79 },
    },
    {
      upTo: 500,
      inclusive: true,
      1: { minEer: 3.6, minCop: 4.19 },
      2: { minEer: 4.21, minCop: 4.9, maxKwPerRt: 0.72 },
    },
    {
      upTo: Number.POSITIVE_INFINITY,
      inclusive: true,
      1: { minEer: 4, minCop: 4.65 },
      2: { minEer: 4.73, minCop: 5.5, maxKwPerRt: 0.64 },
    },
  ],
  waterCentrifugal: [
    {
      upTo: 150,
      inclusive: false,
      1: { minEer: 4.3, minCop: 5 },
      2: { minEer: 4.3, minCop: 5, maxKwPerRt: 0.7 },
    },
    {
      upTo: 300,
      inclusive: false,
      1: { minEer: 4.77, minCop: 5.55 },
      2: { minEer: 4.77, minCop: 5.55, maxKwPerRt: 0.63 },
    },
    {
      upTo: Number.POSITIVE_INFINITY,
      inclusive: true,
      1: { minEer: 4.77, minCop: 5.55 },
      2: { minEer: 5.25, minCop: 6.1, maxKwPerRt: 0.58 },
    },
  ],
  airCooled: [
    {
      upTo: Number.POSITIVE_INFINITY,
      inclusive: true,
      1: { minEer: 2.4, minCop: 2.79 },
      2: { minEer: 2.4, minCop: 2.79, maxKwPerRt: 1.26 },
    },
  ],
};

/**
 * What the old standard asked of a chiller (R24.3). The kW/RT limit exists for phase 2 only.
 *
 * @param input.type kind of chiller
 * @param input.ratedRt rated capacity, RT, above zero
 * @param input.phase 1 (from 2003) or 2 (from 2005)
 */
export function oldStandardLimits(input: {
  readonly type: ChillerType;
  readonly ratedRt: number;
  readonly phase: OldStandardPhase;
}): Result<
  { readonly minEer: number; readonly minCop: number; readonly maxKwPerRt?: number },
  ValueFindingCode
> {
  const faults = [
    ...choiceFaults(input.type, chillerTypes, ['type']),
    ...faultsIn(input, { ratedRt: positive }),
    ...choiceFaults(input.phase, oldStandardPhases, ['phase']),
  ];
  if (faults.length > 0) return refuse(...faults);
  const row = oldStandard[input.type].find(({ upTo, inclusive }) =>
    inclusive ? input.ratedRt <= upTo : input.ratedRt < upTo,
  );
  return acceptFinite({ ...(row as OldStandardRow)[input.phase] });
}

interface GradeRow {
  /** The row holds below this capacity, kW. */
  readonly below: number;
  /** Lowest COP of grades 1, 2 and 3. */
  readonly minCop: readonly [grade1: number, grade2: number, grade3: number];
}

/** The grades in force since 2020-07-01 (R24.3), smallest machines first. */
export const chillerGrades: Readonly<Record<ChillerType, readonly GradeRow[]>> = {
  waterPositive: [
    { below: 528, minCop: [5.15, 4.8, 4.45] },
    { below: 1758, minCop: [5.7, 5.3, 4.9] },
    { below: Number.POSITIVE_INFINITY, minCop: [6.35, 5.9, 5.5] },
  ],
  waterCentrifugal: [
    { below: 528, minCop: [5.8, 5.4, 5] },
    { below: 1055, minCop: [6.4, 5.95, 5.55] },
    { below: Number.POSITIVE_INFINITY, minCop: [7.1, 6.6, 6.1] },
  ],
  airCooled: [{ below: Number.POSITIVE_INFINITY, minCop: [3.2, 3, 2.79] }],
};

export interface ChillerGrade {
  /** COP rounded half up to two decimals, which decides. */
  readonly roundedCop: number;
  /** 1 is best; 0 is below the minimum. */
  readonly grade: 0 | 1 | 2 | 3;
  readonly permitted: boolean;
}

/**
 * Efficiency grade of a chiller since 2020-07-01 (R24.3). Below grade 3 it may not be sold: grade 0.
 *
 * @param input.type kind of chiller
 * @param input.capacityKw rated cooling capacity, kW, above zero
 * @param input.cop kW/kW, above zero
 */
export function gradeChiller(input: {
  readonly type: ChillerType;
  readonly capacityKw: number;
  readonly cop: number;
}): Result<ChillerGrade, ValueFindingCode> {
  const faults = [
    ...choiceFaults(input.type, chillerTypes, ['type']),
    ...faultsIn(input, { capacityKw: positive, cop: positive }),
  ];
  if (faults.length > 0) return refuse(...faults);
  const row = chillerGrades[input.type].find(({ below }) => input.capacityKw < below) as GradeRow;
  const roundedCop = roundHalfUp(input.cop, 2);
  const grade = (row.minCop.findIndex((minimum) => roundedCop >= minimum) + 1) as ChillerGrade['grade'];
  return acceptFinite({ roundedCop, grade, permitted: grade > 0 });
}

/** Measured capacity and COP must each reach this part of the marked value, percent (R24.3). */
export const labelTolerancePercent = 95;

/**
 * Whether a measured chiller keeps what its label says (R24.3): capacity and COP each at least 95 %.
 *
 * @param input.labelKw marked capacity, kW, above zero
 * @param input.labelCop marked COP, above zero
 * @param input.measuredKw measured capacity, kW, not negative
 * @param input.measuredCop measured COP, not negative
 */
export function checkChillerLabel(input: {
  readonly labelKw: number;
  readonly labelCop: number;
  readonly measuredKw: number;
  readonly measuredCop: number;
}): Result<
  { readonly capacityPercent: number; readonly copPercent: number; readonly pass: boolean },
  ValueFindingCode
> {
  const faults = faultsIn(input, {
    labelKw: positive,
    labelCop: positive,
    measuredKw: notNegative,
    measuredCop: notNegative,
  });
  if (faults.length > 0) return refuse(...faults);
  const capacityPercent = (input.measuredKw / input.labelKw) * 100;
  const copPercent = (input.measuredCop / input.labelCop) * 100;
  const pass = atLeast(capacityPercent, labelTolerancePercent) && atLeast(copPercent, labelTolerancePercent);
  return acceptFinite({ capacityPercent, copPercent, pass });
}
