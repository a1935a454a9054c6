import type { Exchange, Flow, ProductSystemDraft } from '@slipstream/footprint';
import { conversionRatio, isUnitCode } from '@slipstream/quantity';

/** What an arrow carries: one amount where the inputs can be added, else how many they are. */
export interface Carried {
  /** Null where the inputs cannot be added, or one of them has no amount yet. */
  readonly amount: number | null;
  readonly unit: string | null;
  readonly inputs: number;
  /** Inputs without an amount. */
  readonly missing: number;
}

/** Adds inputs in the unit they share, else in kilograms where each has a mass; pieces of unlike parts are not added. */
export function carriedBy(draft: ProductSystemDraft, inputs: readonly Exchange[]): Carried {
  const [first] = inputs;
  const missing = inputs.filter(({ amount }) => amount === null).length;
  const none = { amount: null, unit: null, inputs: inputs.length, missing };
  if (!first) return none;
  if (inputs.length === 1) return { ...none, amount: first.amount, unit: first.unit };
  if (missing > 0) return none;
  const isLike = inputs.every(({ unit, flow }) => unit === first.unit && flow === first.flow);
  if (isLike) return { ...none, amount: sum(inputs.map(({ amount }) => amount)), unit: first.unit };
  const flows = new Map(draft.flows.map((flow) => [flow.id, flow]));
  const masses = inputs.map((input) => kilograms(input, flows.get(input.flow)));
  return masses.includes(null) ? none : { ...none, amount: sum(masses), unit: 'kg' };
}

function kilograms({ amount, unit }: Exchange, flow: Flow | undefined): number | null {
  if (amount === null || unit === null || !isUnitCode(unit)) return null;
  const ratio = conversionRatio(unit, 'kg', {
    densityKgPerL: flow?.densityKgPerL,
    kgPerPiece: flow?.kgPerPiece,
    medium: flow?.medium,
  });
  return ratio.ok ? (amount * ratio.value.numerator) / ratio.value.denominator : null;
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}
