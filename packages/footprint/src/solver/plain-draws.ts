import { type DrawArrays, type DrawKernel, drawsPerBlock } from './kernel.ts';

const { fround, imul } = Math;
const coefficients = [0.0001540353, 0.0013333558, 0.009618129, 0.05550411, 0.2402265, Math.LN2, 1].map(
  fround,
);
const roundingShift = 12582912;

/** A number below 65536 that belongs to this parameter in this block, whatever is drawn before it. */
function offsetOf(identity: number, block: number): number {
  let h = (identity + block) | 0;
  h = imul(h ^ (h >>> 16), 0x7feb352d);
  h = imul(h ^ (h >>> 15), 0x846ca68b);
  return h >>> 16;
}

/** 2 to the power of t in single precision, by a polynomial of degree 6 on [-0.5, 0.5]. */
function power(exponent: number): number {
  const t = Math.min(Math.max(exponent, -126), 126);
  const whole = fround(fround(t + roundingShift) - roundingShift);
  const f = fround(t - whole);
  let y = coefficients[0]!;
  for (let k = 1; k < coefficients.length; k++) y = fround(fround(y * f) + coefficients[k]!);
  return fround(y * 2 ** whole);
}

/** The draws in JavaScript, every step rounded to single precision. */
export function plainDraws(arrays: DrawArrays): DrawKernel {
  const { rowStart, column, amount, direct, pools, lanes, factors, change, scratch, normals } = arrays;
  const { pool, spread, identity, directPool, directSpread, directIdentity } = arrays;

  /** Puts the 32 factors of a parameter into `scratch`. */
  function draw(start: number, sigma: number, id: number, block: number): void {
    const offset = (normals ? 0 : start) + offsetOf(id, block);
    for (let k = 0; k < drawsPerBlock; k++) {
      const drawn = pools[offset + k]!;
      scratch[k] = normals ? power(fround(sigma * drawn)) : drawn;
    }
  }
  const drawDirect = (i: number, block: number) =>
    draw(directPool[i]!, directSpread[i]!, directIdentity[i]!, block);
  const drawExchange = (p: number, block: number) => draw(pool[p]!, spread[p]!, identity[p]!, block);

  return {
    drawRows(from, to, block) {
      for (let i = from, p = rowStart[from]!; i < to; i++) {
        const out = i * drawsPerBlock;
        drawDirect(i, block);
        for (let k = 0; k < drawsPerBlock; k++) lanes[out + k] = direct[i]! * scratch[k]!;
        for (const end = rowStart[i + 1]!; p < end; p++) {
          drawExchange(p, block);
          const f = amount[p]!;
          const v = column[p]! * drawsPerBlock;
          for (let k = 0; k < drawsPerBlock; k++)
            lanes[out + k] = lanes[out + k]! + fround(fround(f * scratch[k]!) * lanes[v + k]!);
        }
      }
    },
    drawLoop(from, to, block) {
      let next = 0;
      for (let i = from; i < to; i++) {
        const outside = next;
        const net = next + drawsPerBlock;
        next += 2 * drawsPerBlock;
        drawDirect(i, block);
        for (let k = 0; k < drawsPerBlock; k++) {
          factors[outside + k] = direct[i]! * scratch[k]!;
          factors[net + k] = 1;
        }
        for (let p = rowStart[i]!; p < rowStart[i + 1]!; p++) {
          drawExchange(p, block);
          const f = amount[p]!;
          const provider = column[p]!;
          const v = provider * drawsPerBlock;
          for (let k = 0; k < drawsPerBlock; k++) {
            const drawn = fround(f * scratch[k]!);
            if (provider < from) factors[outside + k] = factors[outside + k]! + fround(drawn * lanes[v + k]!);
            else if (provider === i) factors[net + k] = factors[net + k]! - drawn;
            else factors[next + k] = drawn;
          }
          if (provider >= from && provider !== i) next += drawsPerBlock;
        }
        for (let k = 0; k < drawsPerBlock; k++)
          factors[net + k] = factors[net + k]! > 0 ? 1 / factors[net + k]! : Number.NaN;
      }
    },
    sweepLoop(from, to, tolerance) {
      const limit = fround(tolerance);
      let moving = 0;
      let next = 0;
      change.fill(0);
      for (let i = from; i < to; i++) {
        const outside = next;
        const x = i * drawsPerBlock;
        next += 2 * drawsPerBlock;
        scratch.set(factors.subarray(outside, outside + drawsPerBlock));
        for (let p = rowStart[i]!; p < rowStart[i + 1]!; p++) {
          const provider = column[p]!;
          if (provider < from || provider === i) continue;
          const v = provider * drawsPerBlock;
          for (let k = 0; k < drawsPerBlock; k++)
            scratch[k] = scratch[k]! + fround(factors[next + k]! * lanes[v + k]!);
          next += drawsPerBlock;
        }
        for (let k = 0; k < drawsPerBlock; k++) {
          const sum = fround(scratch[k]! * factors[outside + drawsPerBlock + k]!);
          const moved = Math.abs(fround(sum - lanes[x + k]!));
          if (moved > change[k]!) change[k] = moved;
          if (moved > fround(limit * Math.abs(sum))) moving |= 1 << k;
          lanes[x + k] = sum;
        }
      }
      return moving;
    },
  };
}
