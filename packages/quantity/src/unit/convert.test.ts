import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conversionRatio, convert, isConvertible, type UnitBridge } from './convert.ts';
import { dimensionOf, type Medium, unitCodes } from './units.ts';

const converted = (value: number, from: string, to: string, bridge?: UnitBridge) => {
  const result = convert(value, from, to, bridge);
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.value;
};

describe('convert within a dimension', () => {
  it.each([
    [1, 'kg', 'mg', 1e6],
    [1, 'kg', 'g', 1000],
    [1, 't', 'kg', 1000],
    [1, 'shortTon', 'kg', 907.18474],
    [1, 'longTon', 'kg', 1016.0469088],
    [1, 'lb', 'kg', 0.45359237],
    [16, 'oz', 'lb', 1],
    [1, 'catty', 'kg', 0.6],
    [1, 'm', 'mm', 1000],
    [1, 'm', 'cm', 100],
    [1, 'km', 'm', 1000],
    [1, 'mile', 'km', 1.609344],
    [1, 'nmi', 'm', 1852],
    [1, 'ft', 'm', 0.3048],
    [12, 'in', 'ft', 1],
    [1, 'ha', 'm2', 10000],
    [1, 'ft2', 'm2', 0.09290304],
    [121, 'ping', 'm2', 400],
    [1, 'L', 'mL', 1000],
    [1, 'm3', 'L', 1000],
    [1, '1000m3', 'm3', 1000],
    [1, 'galUS', 'L', 3.785411784],
    [1, 'galUK', 'L', 4.54609],
    [1, 'ft3', 'm3', 0.028316846592],
    [1, 'bbl', 'galUS', 42],
    [1, 'kWh', 'Wh', 1000],
    [1, 'kWh', 'MJ', 3.6],
    [1, 'kWh', 'kcal', 860],
    [1, 'Mcal', 'kcal', 1000],
    [1, 'MWh', 'kWh', 1000],
    [1, 'GWh', 'MWh', 1000],
    [1, 'MJ', 'kJ', 1000],
    [1, 'GJ', 'MJ', 1000],
    [1, 'TJ', 'GJ', 1000],
    [1, 'BTU', 'kJ', 1.05505585262],
    [1, 'mmBtu', 'BTU', 1e6],
    [1, 'kW', 'W', 1000],
    [1, 'MW', 'kW', 1000],
    [1, 'hp', 'kW', 0.746],
    [1, 'PS', 'kW', 0.73549875],
    [1, 'RT', 'kcal/h', 3024],
    [860, 'kcal/h', 'kW', 1],
    [1, 'kPa', 'Pa', 1000],
    [1, 'MPa', 'kPa', 1000],
    [1, 'bar', 'kPa', 100],
    [1, 'kgf/cm2', 'kPa', 98.0665],
    [1, 'kgf/cm2', 'bar', 0.980665],
    [1, 'L/s', 'L/min', 60],
    [60, 'm3/h', 'm3/min', 1],
    [1, 'm3/min', 'L/min', 1000],
    [1, 'galUS/min', 'L/min', 3.785411784],
    [1, 'CFM', 'm3/min', 0.028316846592],
    [1, 'dozen', 'pcs', 12],
    [1, 'min', 's', 60],
    [1, 'h', 'min', 60],
    [1, 'd', 'h', 24],
    [1, 'tkm', 'kgkm', 1000],
  ])('%d %s is so many %s', (value, from, to, expected) => {
    expect(converted(value, from, to)).toBeCloseTo(expected, 12);
  });

  it('knows the exact psi behind the rounded 14.2233', () => {
    expect(converted(1, 'kgf/cm2', 'psi')).toBeCloseTo(14.2233, 4);
    expect(converted(1, 'psi', 'Pa')).toBeCloseTo(6894.757293168361, 9);
  });

  it('rounds once, for the fraction is exact', () => {
    expect(converted(6, 'g', 'mg')).toBe(6000);
    expect(converted(0.3, 'kWh', 'kcal')).toBe(258);
    expect(converted(49, 'mg', 'kg')).toBe(0.000049);
  });

  it('knows the short ton-mile', () => {
    expect(converted(1, 'shortTonMile', 'tkm')).toBeCloseTo(0.90718474 * 1.609344, 12);
  });

  it('goes there and back between all units of a dimension', () => {
    for (const from of unitCodes.filter((unit) => unit !== 'du'))
      for (const to of unitCodes.filter((unit) => dimensionOf(unit) === dimensionOf(from))) {
        const there = converted(7.3, from, to);
        expect(converted(there, to, from) / 7.3, `${from} → ${to}`).toBeCloseTo(1, 12);
        for (const via of unitCodes.filter((unit) => dimensionOf(unit) === dimensionOf(from)))
          expect(
            converted(converted(7.3, from, via), via, to) / there,
            `${from} → ${via} → ${to}`,
          ).toBeCloseTo(1, 12);
      }
  });

  it('keeps an amount in its own unit to the last digit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...unitCodes.filter((unit) => unit !== 'du')),
        fc.double({ noNaN: true, min: -1e15, max: 1e15 }),
        (unit, value) => {
          expect(converted(value, unit, unit)).toBe(value);
        },
      ),
    );
  });
});

describe('convert across dimensions', () => {
  it('takes a blank or a text for no bridge', () => {
    const blank = { densityKgPerL: null, kgPerPiece: '2' } as unknown as UnitBridge;
    expect(convert(1, 'L', 'kg', blank).findings).toMatchObject([{ code: 'unit.densityRequired' }]);
    expect(convert(1, 'pcs', 'kg', blank).findings).toMatchObject([{ code: 'unit.pieceMassInvalid' }]);
  });

  it('joins volume and mass by the density', () => {
    expect(converted(1, 'm3', 'kg', { densityKgPerL: 0.836 })).toBe(836);
    expect(converted(836, 'g', 'mL', { densityKgPerL: 0.836 })).toBeCloseTo(1000, 12);
    expect(converted(5, 'du', 't', { medium: 'water', densityKgPerL: 1 })).toBe(5);
  });

  it('joins pieces and mass by the piece mass', () => {
    expect(converted(40, 'pcs', 'kg', { kgPerPiece: 0.25 })).toBe(10);
    expect(converted(10, 'kg', 'pcs', { kgPerPiece: 0.25 })).toBe(40);
  });

  it('joins pieces and volume by both', () => {
    expect(converted(40, 'pcs', 'L', { kgPerPiece: 0.25, densityKgPerL: 0.5 })).toBe(20);
    expect(converted(20, 'L', 'pcs', { kgPerPiece: 0.25, densityKgPerL: 0.5 })).toBe(40);
  });

  it('names what is missing', () => {
    expect(convert(1, 'L', 'kg')).toMatchObject({
      ok: false,
      findings: [{ code: 'unit.densityRequired', severity: 'error', path: ['bridge', 'densityKgPerL'] }],
    });
    expect(convert(1, 'kg', 'pcs')).toMatchObject({
      ok: false,
      findings: [{ code: 'unit.pieceMassRequired', path: ['bridge', 'kgPerPiece'] }],
    });
    expect(convert(1, 'pcs', 'L')).toMatchObject({
      ok: false,
      findings: [{ code: 'unit.pieceMassRequired' }, { code: 'unit.densityRequired' }],
    });
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses a bridge of %d', (impossible) => {
    expect(convert(1, 'L', 'kg', { densityKgPerL: impossible })).toMatchObject({
      ok: false,
      findings: [
        {
          code: 'unit.densityInvalid',
          path: ['bridge', 'densityKgPerL'],
          values: { value: String(impossible) },
        },
      ],
    });
    expect(convert(1, 'pcs', 'kg', { kgPerPiece: impossible })).toMatchObject({
      ok: false,
      findings: [{ code: 'unit.pieceMassInvalid', path: ['bridge', 'kgPerPiece'] }],
    });
  });

  it('refuses units that nothing joins', () => {
    expect(convert(1, 'kW', 'kWh')).toMatchObject({
      ok: false,
      findings: [{ code: 'unit.incompatible', path: ['to'], values: { from: 'kW', to: 'kWh' } }],
    });
    expect(convert(1, 'kWh', 'kg', { densityKgPerL: 1 }).ok).toBe(false);
    expect(convert(1, 'kg', 'kWh', { densityKgPerL: 1 }).ok).toBe(false);
    expect(convert(1, 'Nm3', 'm3').ok).toBe(false);
  });
});

describe('du', () => {
  it.each([
    ['electricity', 'kWh'],
    ['water', 'm3'],
    ['gas', 'm3'],
  ] as const)('of %s is %s', (medium, unit) => {
    expect(converted(85, 'du', unit, { medium })).toBe(85);
    expect(converted(85, unit, 'du', { medium })).toBe(85);
  });

  it('needs its medium', () => {
    expect(convert(1, 'du', 'kWh')).toMatchObject({
      ok: false,
      findings: [{ code: 'unit.mediumRequired', path: ['from'], values: { unit: 'du' } }],
    });
    expect(convert(1, 'kWh', 'du', { medium: 'steam' as Medium }).ok).toBe(false);
    expect(convert(1, 'du', 'kWh', { medium: 'water' }).ok).toBe(false);
    expect(dimensionOf('du')).toBeUndefined();
    expect(dimensionOf('du', 'gas')).toBe('volume');
    expect(dimensionOf('du', 'electricity')).toBe('energy');
  });
});

describe('convert refuses', () => {
  it('an unknown unit on either side, both at once', () => {
    expect(convert(1, 'foo', 'bar2')).toMatchObject({
      ok: false,
      findings: [
        { code: 'unit.unknown', path: ['from'], values: { unit: 'foo' } },
        { code: 'unit.unknown', path: ['to'], values: { unit: 'bar2' } },
      ],
    });
    expect(convert(1, 'toString', 'kg').ok).toBe(false);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('the value %d', (value) => {
    expect(convert(value, 'kg', 't')).toMatchObject({
      ok: false,
      findings: [{ code: 'unit.valueNotFinite', path: ['value'], values: { value: String(value) } }],
    });
  });

  it('a result no number can hold', () => {
    expect(convert(1e308, 't', 'kg')).toMatchObject({
      ok: false,
      findings: [
        { code: 'unit.resultOutOfRange', path: ['value'], values: { value: 1e308, from: 't', to: 'kg' } },
      ],
    });
    expect(convert(5e-324, 'kg', 't')).toMatchObject({
      ok: false,
      findings: [{ code: 'unit.resultOutOfRange' }],
    });
    expect(converted(1e305, 'galUS', 'L')).toBeCloseTo(3.785411784e305, -293);
    expect(converted(0, 'kg', 't')).toBe(0);
  });

  it('or answers with a finite number, whatever comes in', () => {
    const anyUnit = fc.oneof(fc.constantFrom<string>(...unitCodes), fc.string());
    const anyNumber = fc.oneof(fc.double(), fc.constantFrom(0, -0, 1e308, 5e-324, Number.NaN));
    fc.assert(
      fc.property(
        anyNumber,
        anyUnit,
        anyUnit,
        anyNumber,
        anyNumber,
        (value, from, to, densityKgPerL, kgPerPiece) => {
          const result = convert(value, from, to, { densityKgPerL, kgPerPiece, medium: 'water' });
          if (result.ok) expect(Number.isFinite(result.value)).toBe(true);
          else expect(result.findings.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

it('isConvertible says what convert would do, without a value', () => {
  expect(isConvertible('MJ', 'kWh')).toBe(true);
  expect(isConvertible('kg', 'kWh')).toBe(false);
  expect(isConvertible('L', 'kg')).toBe(false);
  expect(isConvertible('L', 'kg', { densityKgPerL: 1 })).toBe(true);
  expect(conversionRatio('MJ', 'kWh')).toMatchObject({ ok: true, value: { numerator: 1e6 } });
});

it('multiplies before it divides, so that a definition stays exact', () => {
  // 3 × (45359237 / 10^8) is one digit off in doubles.
  expect(convert(3, 'lb', 'kg')).toMatchObject({ value: 1.36077711 });
  expect(convert(3, 'ft', 'm')).toMatchObject({ value: 0.9144 });
  expect(convert(3, 'catty', 'kg')).toMatchObject({ value: 1.8 });
  // What overflows on the way is still reached.
  expect(convert(1e300, 'GWh', 'TJ')).toMatchObject({ value: 3.6e300 });
});
