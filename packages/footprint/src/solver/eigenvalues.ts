/** Eigenvalues of a real matrix, as pairs of real and imaginary parts. */
export interface Eigenvalues {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

/**
 * Eigenvalues of a general real matrix (by rows, overwritten): reduction to Hessenberg form, then the double-shift
 * QR iteration of Francis (1961). About 10 n³ operations.
 * @returns null where the iteration does not settle, which a finite matrix practically never meets.
 */
export function eigenvalues(a: Float64Array, size: number): Eigenvalues | null {
  toHessenberg(a, size);
  return francis(a, size);
}

function toHessenberg(a: Float64Array, n: number): void {
  for (let m = 1; m < n - 1; m++) {
    let pivot = m;
    for (let i = m + 1; i < n; i++)
      if (Math.abs(a[i * n + m - 1]!) > Math.abs(a[pivot * n + m - 1]!)) pivot = i;
    const value = a[pivot * n + m - 1]!;
    if (value === 0) continue;
    if (pivot !== m) {
      for (let j = m - 1; j < n; j++) exchange(a, pivot * n + j, m * n + j);
      for (let j = 0; j < n; j++) exchange(a, j * n + pivot, j * n + m);
    }
    for (let i = m + 1; i < n; i++) {
      const factor = a[i * n + m - 1]! / value;
      if (factor === 0) continue;
      a[i * n + m - 1] = 0;
      for (let j = m; j < n; j++) a[i * n + j]! -= factor * a[m * n + j]!;
      for (let j = 0; j < n; j++) a[j * n + m]! += factor * a[j * n + i]!;
    }
  }
}

function exchange(a: Float64Array, i: number, j: number): void {
  const kept = a[i]!;
  a[i] = a[j]!;
  a[j] = kept;
}

/** Eigenvalues of the Hessenberg matrix `h`, deflating one or two at a time from the lower right corner. */
function francis(h: Float64Array, n: number): Eigenvalues | null {
  const real = new Float64Array(n);
  const imaginary = new Float64Array(n);
  let size = 0;
  for (let i = 0; i < n; i++) for (let j = Math.max(0, i - 1); j < n; j++) size += Math.abs(h[i * n + j]!);
  let high = n - 1;
  let shift = 0;
  let rounds = 0;
  while (high >= 0) {
    const low = smallSubdiagonal(h, n, high, size);
    const corner = h[high * n + high]!;
    if (low === high) {
      real[high] = corner + shift;
      imaginary[high--] = 0;
      rounds = 0;
      continue;
    }
    const above = h[(high - 1) * n + high - 1]!;
    const product = h[high * n + high - 1]! * h[(high - 1) * n + high]!;
    if (low === high - 1) {
      pairOf(above, corner, product, shift, high, real, imaginary);
      high -= 2;
      rounds = 0;
      continue;
    }
    if (rounds === 90) return null;
    let x = corner;
    let y = above;
    let w = product;
    if (rounds % 10 === 9) {
      shift += x;
      for (let i = 0; i <= high; i++) h[i * n + i]! -= x;
      const scale = Math.abs(h[high * n + high - 1]!) + Math.abs(h[(high - 1) * n + high - 2]!);
      x = y = 0.75 * scale;
      w = -0.4375 * scale * scale;
    }
    rounds++;
    chase(h, n, low, high, x, y, w);
  }
  return { real, imaginary };
}

function smallSubdiagonal(h: Float64Array, n: number, high: number, size: number): number {
  for (let low = high; low > 0; low--) {
    const around = Math.abs(h[(low - 1) * n + low - 1]!) + Math.abs(h[low * n + low]!) || size;
    if (Math.abs(h[low * n + low - 1]!) <= Number.EPSILON * around) {
      h[low * n + low - 1] = 0;
      return low;
    }
  }
  return 0;
}

function pairOf(
  above: number,
  corner: number,
  product: number,
  shift: number,
  high: number,
  real: Float64Array,
  imaginary: Float64Array,
): void {
  const half = 0.5 * (above - corner);
  const discriminant = half * half + product;
  const root = Math.sqrt(Math.abs(discriminant));
  if (discriminant >= 0) {
    const far = half + (half >= 0 ? root : -root);
    real[high - 1] = real[high] = corner + shift + far;
    if (far !== 0) real[high] = corner + shift - product / far;
    imaginary[high - 1] = imaginary[high] = 0;
  } else {
    real[high - 1] = real[high] = corner + shift + half;
    imaginary[high - 1] = root;
    imaginary[high] = -root;
  }
}

/** One double-shift sweep on rows and columns `low` to `high`. */
function chase(h: Float64Array, n: number, low: number, high: number, x: number, y: number, w: number): void {
  let p = 0;
  let q = 0;
  let r = 0;
  let m = high - 2;
  for (; m >= low; m--) {
    const z = h[m * n + m]!;
    const a = x - z;
    const b = y - z;
    p = (a * b - w) / h[(m + 1) * n + m]! + h[m * n + m + 1]!;
    q = h[(m + 1) * n + m + 1]! - z - a - b;
    r = h[(m + 2) * n + m + 1]!;
    const scale = Math.abs(p) + Math.abs(q) + Math.abs(r);
    p /= scale;
    q /= scale;
    r /= scale;
    if (m === low) break;
    const left = Math.abs(h[m * n + m - 1]!) * (Math.abs(q) + Math.abs(r));
    const around = Math.abs(h[(m - 1) * n + m - 1]!) + Math.abs(z) + Math.abs(h[(m + 1) * n + m + 1]!);
    if (left <= Number.EPSILON * Math.abs(p) * around) break;
  }
  for (let i = m; i < high - 1; i++) {
    h[(i + 2) * n + i] = 0;
    if (i !== m) h[(i + 2) * n + i - 1] = 0;
  }
  for (let k = m; k < high; k++) {
    const three = k < high - 1;
    let scale = 1;
    if (k !== m) {
      p = h[k * n + k - 1]!;
      q = h[(k + 1) * n + k - 1]!;
      r = three ? h[(k + 2) * n + k - 1]! : 0;
      scale = Math.abs(p) + Math.abs(q) + Math.abs(r);
      if (scale === 0) continue;
      p /= scale;
      q /= scale;
      r /= scale;
    }
    const length = Math.sqrt(p * p + q * q + r * r);
    const s = p >= 0 ? length : -length;
    if (s === 0) continue;
    if (k !== m) h[k * n + k - 1] = -s * scale;
    else if (low !== m) h[k * n + k - 1] = -h[k * n + k - 1]!;
    p += s;
    const fx = p / s;
    const fy = q / s;
    const fz = r / s;
    q /= p;
    r /= p;
    for (let j = k; j <= high; j++) {
      const mix = h[k * n + j]! + q * h[(k + 1) * n + j]! + (three ? r * h[(k + 2) * n + j]! : 0);
      if (three) h[(k + 2) * n + j]! -= mix * fz;
      h[(k + 1) * n + j]! -= mix * fy;
      h[k * n + j]! -= mix * fx;
    }
    for (let i = low; i <= Math.min(high, k + 3); i++) {
      const mix = fx * h[i * n + k]! + fy * h[i * n + k + 1]! + (three ? fz * h[i * n + k + 2]! : 0);
      if (three) h[i * n + k + 2]! -= mix * r;
      h[i * n + k + 1]! -= mix * q;
      h[i * n + k]! -= mix;
    }
  }
}
