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

/** 16 groups at once, in doubles: lanes[i] = own direct value in its group's lane + amounts x lanes of inputs. */
export function rollUpGroups(
  from: i32,
  to: i32,
  rowStart: usize,
  column: usize,
  amount: usize,
  direct: usize,
  group: usize,
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
    const out = lanes + (i << 7);
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
