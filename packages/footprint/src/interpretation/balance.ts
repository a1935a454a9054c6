import {
  acceptFinite,
  atLeast,
  atMost,
  errorAt,
  type Finding,
  notNegative,
  numberFaults,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';

export const balanceFindingCodes = ['balance.noInput'] as const;
type BalanceCode = (typeof balanceFindingCodes)[number] | ValueFindingCode;

/** Which side of a balance is larger (R11.2). */
export const balanceDirections = ['inputExceedsOutput', 'outputExceedsInput', 'equal'] as const;
export type BalanceDirection = (typeof balanceDirections)[number];

/** What to ask when a balance does not close (R11.2). */
export const balanceQuestions = [
  'missedOrEnteredTwice',
  'wrongUnit',
  'unsuitableAllocation',
  'reusedMaterialAsSingleUse',
  'calculatedFromComposition',
  'differentPeriods',
] as const;
export type BalanceQuestion = (typeof balanceQuestions)[number];

/** A balance of inputs and outputs; totals in the unit of the amounts. */
export interface Balance {
  readonly inputTotal: number;
  readonly outputTotal: number;
  /** |Σ inputs - Σ outputs| / Σ inputs × 100. */
  readonly errorPercent: number;
  readonly withinLimit: boolean;
  readonly direction: BalanceDirection;
  /** Most telling first; none while the error is within the limit. */
  readonly questions: readonly BalanceQuestion[];
}

/** Up to and including this error, in percent, a mass balance is reasonable (R11.1). */
export const balanceLimitPercent = 10;

/** From this ratio between the two sides on, a wrong unit (g for kg, kg for t) is the first thing to ask. */
const unitSlipRatio = 500;

/**
 * Compares what goes into a process or a site with what comes out, in one unit: kg for the mass balance (R11.1),
 * MJ for the energy balance (R11.3). Refused: a negative amount, and no input at all (`balance.noInput`), for
 * then there is nothing to refer the error to.
 */
export function balance(
  inputs: readonly number[],
  outputs: readonly number[],
  limitPercent = balanceLimitPercent,
): Result<Balance, BalanceCode> {
  const findings: Finding<BalanceCode>[] = [
    ...inputs.flatMap((amount, index) => numberFaults(amount, notNegative, ['inputs', index])),
    ...outputs.flatMap((amount, index) => numberFaults(amount, notNegative, ['outputs', index])),
    ...numberFaults(limitPercent, notNegative, ['limitPercent']),
  ];
  if (findings.length > 0) return refuse(...findings);
  const inputTotal = sumOf(inputs);
  const outputTotal = sumOf(outputs);
  if (inputTotal === 0) return refuse(errorAt('balance.noInput', ['inputs']));
  const errorPercent = (Math.abs(inputTotal - outputTotal) / inputTotal) * 100;
  const withinLimit = atMost(errorPercent, limitPercent);
  const direction = directionOf(inputTotal, outputTotal);
  const questions = withinLimit ? [] : questionsFor(direction, inputTotal, outputTotal);
  return acceptFinite({ inputTotal, outputTotal, errorPercent, withinLimit, direction, questions });
}

function directionOf(inputTotal: number, outputTotal: number): BalanceDirection {
  if (atMost(inputTotal, outputTotal) && atLeast(inputTotal, outputTotal)) return 'equal';
  return inputTotal > outputTotal ? 'inputExceedsOutput' : 'outputExceedsInput';
}

/**
 * Too much output points to use calculated back from the composition (scrap forgotten) and to reused material
 * entered once; too much input to an outlet that was missed. Two sides far apart point to a unit.
 */
function questionsFor(
  direction: BalanceDirection,
  inputTotal: number,
  outputTotal: number,
): readonly BalanceQuestion[] {
  const ratio = Math.max(inputTotal, outputTotal) / Math.min(inputTotal, outputTotal);
  const first: BalanceQuestion[] = [];
  if (outputTotal > 0 && ratio >= unitSlipRatio) first.push('wrongUnit');
  if (direction === 'outputExceedsInput')
    first.push('calculatedFromComposition', 'reusedMaterialAsSingleUse');
  return [...first, ...balanceQuestions.filter((question) => !first.includes(question))];
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
