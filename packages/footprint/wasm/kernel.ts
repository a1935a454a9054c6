// The inner loops of the solver in AssemblyScript, built to src/solver/kernel-bytes.ts (`npm run build:kernel`).
// All arguments but counts are byte addresses in the imported memory. Each function has a twin in
// src/solver/plain-kernel.ts that gives the same bits; what the arrays mean is said there.

function int(array: usize, index: usize): i32 {
  return load<i32>(array + (index << 2));
}

export function rollUp(from: i32, to: i32, rowStart: usize, column: usize, amount: usize, x: usize): void {
  let p: usize = int(rowStart, from);
  for (let i: usize = from; i < <usize>to; i++) {
    const end: usize = int(rowStart, i + 1);
    let sum = load<f64>(x + (i << 3));
    for (; p < end; p++) sum += load<f64>(amount + (p << 3)) * load<f64>(x + ((<usize>int(column, p)) << 3));
    store<f64>(x + (i << 3), sum);
  }
}

/** 16 groups at once, in doubles: lanes[place[i]] = own direct value in its group's lane + amounts x lanes of inputs. */
export function rollUpGroups(
  from: i32,
  to: i32,
  rowStart: usize,
  column: usize,
  amount: usize,
  direct: usize,
  group: usize,
  place: usize,
  firstGroup: i32,
  lanes: usize,
): void {
  let p: usize = int(rowStart, from);
  for (let i: usize = from; i < <usize>to; i++) {
    const end: usize = int(rowStart, i + 1);
    let a0 = f64x2.splat(0);
    let a1 = a0;
    let a2 = a0;
    let a3 = a0;
    let a4 = a0;
    let a5 = a0;
    let a6 = a0;
    let a7 = a0;
    for (; p < end; p++) {
      const f = v128.load64_splat(amount + (p << 3));
      const v = lanes + ((<usize>int(column, p)) << 7);
      a0 = f64x2.add(a0, f64x2.mul(f, v128.load(v)));
      a1 = f64x2.add(a1, f64x2.mul(f, v128.load(v, 16)));
      a2 = f64x2.add(a2, f64x2.mul(f, v128.load(v, 32)));
      a3 = f64x2.add(a3, f64x2.mul(f, v128.load(v, 48)));
      a4 = f64x2.add(a4, f64x2.mul(f, v128.load(v, 64)));
      a5 = f64x2.add(a5, f64x2.mul(f, v128.load(v, 80)));
      a6 = f64x2.add(a6, f64x2.mul(f, v128.load(v, 96)));
      a7 = f64x2.add(a7, f64x2.mul(f, v128.load(v, 112)));
    }
    const out = lanes + ((<usize>int(place, i)) << 7);
    v128.store(out, a0);
    v128.store(out, a1, 16);
    v128.store(out, a2, 32);
    v128.store(out, a3, 48);
    v128.store(out, a4, 64);
    v128.store(out, a5, 80);
    v128.store(out, a6, 96);
    v128.store(out, a7, 112);
    const lane = int(group, i) - firstGroup;
    if (lane >= 0 && lane < 16) {
      const own = out + (lane << 3);
      store<f64>(own, load<f64>(own) + load<f64>(direct + (i << 3)));
    }
  }
}

/** One Gauss-Seidel sweep over the rows of a loop, inputs first; returns the largest relative change. */
export function sweepInputs(
  first: i32,
  size: i32,
  rowStart: usize,
  column: usize,
  amount: usize,
  selfUse: usize,
  b: usize,
  x: usize,
): f64 {
  let worst: f64 = 0;
  let p: usize = int(rowStart, first);
  for (let i: usize = 0; i < <usize>size; i++) {
    const end: usize = int(rowStart, first + i + 1);
    let sum = load<f64>(b + (i << 3));
    for (; p < end; p++) sum += load<f64>(amount + (p << 3)) * load<f64>(x + ((<usize>int(column, p)) << 3));
    const own = load<f64>(selfUse + ((first + i) << 3));
    if (own !== 0) sum /= 1 - own;
    const change = Math.abs(sum - load<f64>(x + (i << 3)));
    const scale = Math.abs(sum);
    if (change > worst * scale) worst = change / scale;
    store<f64>(x + (i << 3), sum);
  }
  return worst;
}

/** The same for demands, consumers first: what is still asked of a member is added to `s` and passed on. */
export function sweepDemands(
  first: i32,
  size: i32,
  rowStart: usize,
  column: usize,
  amount: usize,
  selfUse: usize,
  asked: usize,
  s: usize,
): f64 {
  let worst: f64 = 0;
  for (let i: isize = size - 1; i >= 0; i--) {
    let more = load<f64>(asked + (i << 3));
    if (more === 0) continue;
    store<f64>(asked + (i << 3), 0);
    const own = load<f64>(selfUse + ((first + i) << 3));
    if (own !== 0) more /= 1 - own;
    const sum = load<f64>(s + (i << 3)) + more;
    store<f64>(s + (i << 3), sum);
    const change = Math.abs(more);
    const scale = Math.abs(sum);
    if (change > worst * scale) worst = change / scale;
    for (let p: usize = int(rowStart, first + i), end: usize = int(rowStart, first + i + 1); p < end; p++) {
      const provider = asked + ((<usize>int(column, p)) << 3);
      store<f64>(provider, load<f64>(provider) + load<f64>(amount + (p << 3)) * more);
    }
  }
  return worst;
}
