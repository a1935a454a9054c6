/**
 * Rounds half up (四捨五入) on the decimal text of the value, away from zero for negatives (R0.2):
 * `roundHalfUp(7.095, 2)` is 7.1, where `(7.095).toFixed(2)` says 7.09. For display and for rules that name a
 * rounded value; never inside a calculation (R0.1). A value that is not finite comes back as it is.
 *
 * Throws RangeError if `decimals` is not an integer from 0 to 100.
 */
export function roundHalfUp(value: number, decimals: number): number {
  return Number.isFinite(value) ? Number(toDecimalText(value, decimals)) : value;
}

/**
 * The value rounded half up as plain decimal text with exactly `decimals` places, no grouping, no exponent:
 * `toDecimalText(7.095, 2)` is `7.10`, `toDecimalText(1.67e-5, 3)` is `0.000`.
 * A value that is not finite gives its JavaScript name.
 *
 * Throws RangeError if `decimals` is not an integer from 0 to 100.
 */
export function toDecimalText(value: number, decimals: number): string {
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 100) {
    throw new RangeError(`decimals must be an integer from 0 to 100, not ${decimals}`);
  }
  if (!Number.isFinite(value)) return String(value);
  const [mantissa = '0', exponent = '0'] = String(Math.abs(value)).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const surplus = fraction.length - Number(exponent) - decimals;
  let units = BigInt(whole + fraction);
  if (surplus > 0) {
    const half = 5n * 10n ** BigInt(surplus - 1);
    units = (units + half) / 10n ** BigInt(surplus);
  } else {
    units *= 10n ** BigInt(-surplus);
  }
  const text = placePoint(units.toString(), decimals);
  return value < 0 && units !== 0n ? `-${text}` : text;
}

/** Puts the point before the last `decimals` digits: `placePoint('5', 2)` is `0.05`. */
export function placePoint(digits: string, decimals: number): string {
  const padded = digits.padStart(decimals + 1, '0');
  const whole = padded.slice(0, padded.length - decimals).replace(/^0+(?=\d)/, '');
  return decimals === 0 ? whole : `${whole}.${padded.slice(padded.length - decimals)}`;
}
