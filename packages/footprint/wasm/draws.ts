// Monte Carlo in blocks of 32 draws, single precision, built together with kernel.ts; twin: plain-draws.ts.

function int(array: usize, index: usize): i32 {
  return load<i32>(array + (index << 2));
}

let amount: usize = 0;
let spread: usize = 0;
let identity: usize = 0;
let direct: usize = 0;
let directSpread: usize = 0;
let directIdentity: usize = 0;
let rowStart: usize = 0;
let column: usize = 0;
let lanes: usize = 0;
let factors: usize = 0;
let pools: usize = 0;
let normals: bool = false;
let scratch: usize = 0;

/** Where the arrays lie; without `normals` every spread has a pool of its own. */
export function place(
  amount_: usize,
  spread_: usize,
  identity_: usize,
  direct_: usize,
  directSpread_: usize,
  directIdentity_: usize,
  rowStart_: usize,
  column_: usize,
  lanes_: usize,
  factors_: usize,
  pools_: usize,
  normals_: bool,
  scratch_: usize,
): void {
  amount = amount_;
  spread = spread_;
  identity = identity_;
  direct = direct_;
  directSpread = directSpread_;
  directIdentity = directIdentity_;
  rowStart = rowStart_;
  column = column_;
  lanes = lanes_;
  factors = factors_;
  pools = pools_;
  normals = normals_;
  scratch = scratch_;
}

/** A number below 65536 that belongs to this parameter in this block, whatever is drawn before it. */
function offsetOf(id: i32, block: i32): usize {
  let h: u32 = <u32>(id + block);
  h = (h ^ (h >> 16)) * 0x7feb352d;
  h = (h ^ (h >> 15)) * 0x846ca68b;
  return (<usize>(h >> 16)) << 2;
}

/** 2 to the power of t, by a polynomial of degree 6 on [-0.5, 0.5]. */
function power(t: v128): v128 {
  t = f32x4.pmin(f32x4.pmax(t, f32x4.splat(-126)), f32x4.splat(126));
  const whole = f32x4.sub(f32x4.add(t, f32x4.splat(12582912)), f32x4.splat(12582912));
  const f = f32x4.sub(t, whole);
  let y = f32x4.add(f32x4.mul(f, f32x4.splat(0.0001540353)), f32x4.splat(0.0013333558));
  y = f32x4.add(f32x4.mul(y, f), f32x4.splat(0.009618129));
  y = f32x4.add(f32x4.mul(y, f), f32x4.splat(0.05550411));
  y = f32x4.add(f32x4.mul(y, f), f32x4.splat(0.2402265));
  y = f32x4.add(f32x4.mul(y, f), f32x4.splat(<f32>Math.LN2));
  y = f32x4.add(f32x4.mul(y, f), f32x4.splat(1));
  const exponent = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(whole), i32x4.splat(127)), 23);
  return f32x4.mul(y, exponent);
}

/** Address of the 32 factors of a parameter in a block: a slice of its pool, or computed from normal draws. */
function slice(spreads: usize, identities: usize, k: usize, block: i32): usize {
  const drawn = pools + offsetOf(int(identities, k), block);
  if (!normals) return drawn + ((<usize>int(spreads, k)) << 2);
  const sigma = v128.load32_splat(spreads + (k << 2));
  for (let b: usize = 0; b < 128; b += 16)
    v128.store(scratch + b, power(f32x4.mul(sigma, v128.load(drawn + b))));
  return scratch;
}

/** Draws and rolls up the rows `from` to `to - 1`, none of them in a loop. */
export function drawRows(from: i32, to: i32, block: i32): void {
  let p: usize = int(rowStart, from);
  for (let i: usize = from; i < <usize>to; i++) {
    const end: usize = int(rowStart, i + 1);
    const own = slice(directSpread, directIdentity, i, block);
    const e = v128.load32_splat(direct + (i << 2));
    let a0 = f32x4.mul(e, v128.load(own));
    let a1 = f32x4.mul(e, v128.load(own, 16));
    let a2 = f32x4.mul(e, v128.load(own, 32));
    let a3 = f32x4.mul(e, v128.load(own, 48));
    let a4 = f32x4.mul(e, v128.load(own, 64));
    let a5 = f32x4.mul(e, v128.load(own, 80));
    let a6 = f32x4.mul(e, v128.load(own, 96));
    let a7 = f32x4.mul(e, v128.load(own, 112));
    for (; p < end; p++) {
      const drawn = slice(spread, identity, p, block);
      const f = v128.load32_splat(amount + (p << 2));
      const v = lanes + ((<usize>int(column, p)) << 7);
      a0 = f32x4.add(a0, f32x4.mul(f32x4.mul(f, v128.load(drawn)), v128.load(v)));
      a1 = f32x4.add(a1, f32x4.mul(f32x4.mul(f, v128.load(drawn, 16)), v128.load(v, 16)));
      a2 = f32x4.add(a2, f32x4.mul(f32x4.mul(f, v128.load(drawn, 32)), v128.load(v, 32)));
      a3 = f32x4.add(a3, f32x4.mul(f32x4.mul(f, v128.load(drawn, 48)), v128.load(v, 48)));
      a4 = f32x4.add(a4, f32x4.mul(f32x4.mul(f, v128.load(drawn, 64)), v128.load(v, 64)));
      a5 = f32x4.add(a5, f32x4.mul(f32x4.mul(f, v128.load(drawn, 80)), v128.load(v, 80)));
      a6 = f32x4.add(a6, f32x4.mul(f32x4.mul(f, v128.load(drawn, 96)), v128.load(v, 96)));
      a7 = f32x4.add(a7, f32x4.mul(f32x4.mul(f, v128.load(drawn, 112)), v128.load(v, 112)));
    }
    const out = lanes + (i << 7);
    v128.store(out, a0);
    v128.store(out, a1, 16);
    v128.store(out, a2, 32);
    v128.store(out, a3, 48);
    v128.store(out, a4, 64);
    v128.store(out, a5, 80);
    v128.store(out, a6, 96);
    v128.store(out, a7, 112);
  }
}

/**
 * Draws the exchanges of a loop once. `factors` receives for each member: what comes from outside, one over what
 * it delivers net of its own use (not a number where nothing is left), then the exchanges with other members.
 */
export function drawLoop(from: i32, to: i32, block: i32): void {
  let next = factors;
  for (let i: usize = from; i < <usize>to; i++) {
    const outside = next;
    const net = next + 128;
    next += 256;
    const own = slice(directSpread, directIdentity, i, block);
    const e = v128.load32_splat(direct + (i << 2));
    for (let b: usize = 0; b < 128; b += 16) {
      v128.store(outside + b, f32x4.mul(e, v128.load(own + b)));
      v128.store(net + b, f32x4.splat(1));
    }
    for (let p: usize = int(rowStart, i), end: usize = int(rowStart, i + 1); p < end; p++) {
      const drawn = slice(spread, identity, p, block);
      const f = v128.load32_splat(amount + (p << 2));
      const c = int(column, p);
      const v = lanes + ((<usize>c) << 7);
      if (c < from) {
        for (let b: usize = 0; b < 128; b += 16) {
          const more = f32x4.mul(f32x4.mul(f, v128.load(drawn + b)), v128.load(v + b));
          v128.store(outside + b, f32x4.add(v128.load(outside + b), more));
        }
      } else if (c === <i32>i) {
        for (let b: usize = 0; b < 128; b += 16)
          v128.store(net + b, f32x4.sub(v128.load(net + b), f32x4.mul(f, v128.load(drawn + b))));
      } else {
        for (let b: usize = 0; b < 128; b += 16) v128.store(next + b, f32x4.mul(f, v128.load(drawn + b)));
        next += 128;
      }
    }
    for (let b: usize = 0; b < 128; b += 16) {
      const left = v128.load(net + b);
      const none = f32x4.le(left, f32x4.splat(0));
      v128.store(net + b, v128.or(f32x4.div(f32x4.splat(1), left), none));
    }
  }
}

/**
 * One Gauss-Seidel sweep over a drawn loop. Writes the largest change of each draw to `change`, and returns
 * the draws in which some member still moved by more than `tolerance` of its value, one bit each.
 */
export function sweepLoop(from: i32, to: i32, tolerance: f32, change: usize): i32 {
  const tol = f32x4.splat(tolerance);
  let next = factors;
  for (let b: usize = 0; b < 256; b += 16) v128.store(change + b, f32x4.splat(0));
  for (let i: usize = from; i < <usize>to; i++) {
    let a0 = v128.load(next);
    let a1 = v128.load(next, 16);
    let a2 = v128.load(next, 32);
    let a3 = v128.load(next, 48);
    let a4 = v128.load(next, 64);
    let a5 = v128.load(next, 80);
    let a6 = v128.load(next, 96);
    let a7 = v128.load(next, 112);
    const net = next + 128;
    next += 256;
    for (let p: usize = int(rowStart, i), end: usize = int(rowStart, i + 1); p < end; p++) {
      const c = int(column, p);
      if (c < from || c === <i32>i) continue;
      const v = lanes + ((<usize>c) << 7);
      a0 = f32x4.add(a0, f32x4.mul(v128.load(next), v128.load(v)));
      a1 = f32x4.add(a1, f32x4.mul(v128.load(next, 16), v128.load(v, 16)));
      a2 = f32x4.add(a2, f32x4.mul(v128.load(next, 32), v128.load(v, 32)));
      a3 = f32x4.add(a3, f32x4.mul(v128.load(next, 48), v128.load(v, 48)));
      a4 = f32x4.add(a4, f32x4.mul(v128.load(next, 64), v128.load(v, 64)));
      a5 = f32x4.add(a5, f32x4.mul(v128.load(next, 80), v128.load(v, 80)));
      a6 = f32x4.add(a6, f32x4.mul(v128.load(next, 96), v128.load(v, 96)));
      a7 = f32x4.add(a7, f32x4.mul(v128.load(next, 112), v128.load(v, 112)));
      next += 128;
    }
    const x = lanes + (i << 7);
    settle(a0, x, net, change, tol);
    settle(a1, x + 16, net + 16, change + 16, tol);
    settle(a2, x + 32, net + 32, change + 32, tol);
    settle(a3, x + 48, net + 48, change + 48, tol);
    settle(a4, x + 64, net + 64, change + 64, tol);
    settle(a5, x + 80, net + 80, change + 80, tol);
    settle(a6, x + 96, net + 96, change + 96, tol);
    settle(a7, x + 112, net + 112, change + 112, tol);
  }
  let moving: i32 = 0;
  for (let k: i32 = 0; k < 8; k++) moving |= i32x4.bitmask(v128.load(change + 128 + (k << 4))) << (k << 2);
  return moving;
}

function settle(sum: v128, x: usize, net: usize, change: usize, tolerance: v128): void {
  sum = f32x4.mul(sum, v128.load(net));
  const moved = f32x4.abs(f32x4.sub(sum, v128.load(x)));
  v128.store(change, f32x4.pmax(v128.load(change), moved));
  const still = f32x4.gt(moved, f32x4.mul(tolerance, f32x4.abs(sum)));
  v128.store(change, v128.or(v128.load(change, 128), still), 128);
  v128.store(x, sum);
}
