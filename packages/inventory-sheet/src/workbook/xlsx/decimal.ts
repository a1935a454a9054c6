const powersOfTen = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));
const decimal = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?\s*$/;

/**
 * The number that ASCII bytes write, correctly rounded; NaN where they write none or one beyond the doubles.
 * Up to fifteen digits are summed directly, which is exact; the rest takes the platform's parser.
 */
export function parseDecimal(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const negative = bytes[at] === 0x2d;
  if (negative) at += 1;
  let mantissa = 0;
  let digits = 0;
  let point = -1;
  for (; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte >= 0x30 && byte <= 0x39) {
      mantissa = mantissa * 10 + (byte - 0x30);
      digits += 1;
    } else if (byte === 0x2e && point < 0) point = digits;
    else return parseAny(bytes, start, end);
  }
  if (digits === 0 || digits > 15) return parseAny(bytes, start, end);
  const value = point < 0 ? mantissa : mantissa / (powersOfTen[digits - point] as number);
  return negative ? -value : value;
}

function parseAny(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 400) return Number.NaN;
  const text = String.fromCharCode(...bytes.subarray(start, end));
  const value = decimal.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : Number.NaN;
}
