import {
  accept,
  acceptFinite,
  errorAt,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';
import { totalOf } from '../model/footprint-components.ts';
import type { ProductLine, ProductSystem } from '../model/product-system.ts';
import { monteCarlo, planSolve, type SolverFindingCode } from '../solver/index.ts';
import { compressRows, inRowOrder, type MatrixEntry } from './compressed-rows.ts';
import { numbersOf } from './explanation/model-numbers.ts';
import { deviationOf, uncertainLine } from './line-uncertainty.ts';
import type { ResultBand } from './result-band.ts';

export const drawnBandFindingCodes = [
  'monteCarlo.drawCountInvalid',
  'monteCarlo.seedInvalid',
  'monteCarlo.noAnswer',
] as const;
type DrawnBandCode = (typeof drawnBandFindingCodes)[number] | SolverFindingCode | ValueFindingCode;

/** A band from draws, and how many draws had no finite answer (a loop pushed over one); these are left out. */
export interface DrawnBand extends ResultBand {
  readonly draws: number;
  readonly withoutAnswer: number;
}

/** Most draws asked for at once: a result needs some thousands, and every draw is held in memory. */
const mostDraws = 1_000_000;

/**
 * The 95 % band of a product system by Monte Carlo (R21): every amount and every factor is log-normal around what was
 * entered, with the spread of `uncertainLine`; the whole system is solved for each draw, loops and all. A factor
 * errs alike in all its lines. The same seed gives the same band, bit for bit. Draws carry single precision, some
 * seven digits.
 *
 * To the solver each factor is a process that emits, and each line takes its amount from the process of its factor.
 */
export function drawnBand(
  system: ProductSystem,
  { draws, seed }: { readonly draws: number; readonly seed: number },
): Result<DrawnBand, DrawnBandCode> {
  if (!Number.isInteger(draws) || draws < 1 || draws > mostDraws) {
    return refuse(
      errorAt('monteCarlo.drawCountInvalid', ['draws'], { draws: String(draws), most: mostDraws }),
    );
  }
  if (!Number.isSafeInteger(seed) || seed < 0) {
    return refuse(errorAt('monteCarlo.seedInvalid', ['seed'], { seed: String(seed) }));
  }
  const drawn = drawnSystem(system);
  if (!drawn.ok) return drawn;
  const { matrix, direct, spreads } = drawn.value;
  const { product, demand } = system.reference;
  const found = monteCarlo(planSolve(matrix), direct, spreads, Int32Array.of(product), draws, seed);
  if (!found.ok) return refuse(...found.findings);
  const withoutAnswer = found.value.withoutAnswer[0] ?? 0;
  if (withoutAnswer === draws) return refuse(errorAt('monteCarlo.noAnswer', [], { draws }));
  const { low, median, mean, high } = found.value;
  const perUnit = (values: Float64Array) => (values[0] ?? Number.NaN) * demand;
  return acceptFinite({
    low: perUnit(low),
    median: perUnit(median),
    mean: perUnit(mean),
    high: perUnit(high),
    method: 'monteCarlo',
    draws,
    withoutAnswer,
  });
}

interface DrawnExchange extends MatrixEntry {
  readonly spread: number;
}

/** The technology matrix with one more process per factor, and a spread for each of its numbers. */
function drawnSystem(system: ProductSystem) {
  const exchanges: DrawnExchange[] = [];
  const direct: number[] = system.products.map(() => 0);
  const directSpread: number[] = system.products.map(() => 1);
  const factors = new Map<string, number>();
  for (const line of system.lines) {
    const uncertain = uncertainLine({ ...line, emissions: 0 });
    if (!uncertain.ok) return uncertain;
    const key = factorKey(line, uncertain.value.factorId);
    const column = factors.get(key) ?? direct.length;
    if (column === direct.length) {
      factors.set(key, column);
      direct.push(totalOf(line.components));
      directSpread.push(Math.exp(uncertain.value.factorLogDeviation));
    }
    const spread = Math.exp(uncertain.value.activityLogDeviation);
    exchanges.push({ row: line.product, column, amount: line.amount, spread });
  }
  const { lookup, entries, scales } = numbersOf(system);
  for (const { product, source, amount, exchange } of entries.values()) {
    if (source?.kind !== 'provider' || amount === null) continue;
    const deviation = deviationOf(exchange.uncertaintyPercent ?? null, exchange.quality ?? null, 'material');
    if (!deviation.ok) return deviation;
    const row = lookup.rowOf(product) ?? 0;
    const column = lookup.rowOf(source.product) ?? 0;
    exchanges.push({
      row,
      column,
      amount: (amount * source.conversion * (scales[row] ?? 1)) / (scales[column] ?? 1),
      spread: Math.exp(deviation.value),
    });
  }
  const exchangeSpread = Float64Array.from(inRowOrder(exchanges), ({ spread }) => spread);
  return accept({
    matrix: compressRows(direct.length, exchanges),
    direct: Float64Array.from(direct),
    spreads: { exchange: exchangeSpread, direct: Float64Array.from(directSpread) },
  });
}

/** Lines with the same factor share its draws, as long as it is worth the same to both. */
function factorKey(
  { product, process, exchange, leg, components }: ProductLine,
  factorId: string | null,
): string {
  const own = [product, process, exchange, leg];
  return JSON.stringify([factorId ?? own, totalOf(components)]);
}
