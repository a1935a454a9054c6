import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emissionGases, parseFactorUnit, parseUnit } from './read.ts';
import { containerNames, doubtfulNames, doubtfulTexts, nameKey, unitNames } from './unit-names.ts';
import { media, unitCodes } from './units.ts';

describe('parseUnit', () => {
  it.each([
    ['公斤', 'kg'],
    ['公噸', 't'],
    ['公吨', 't'],
    ['公克', 'g'],
    ['毫克', 'mg'],
    ['美噸', 'shortTon'],
    ['英噸', 'longTon'],
    ['磅', 'lb'],
    ['台斤', 'catty'],
    ['臺斤', 'catty'],
    ['英哩', 'mile'],
    ['英里', 'mile'],
    ['公里', 'km'],
    ['呎', 'ft'],
    ['立方米', 'm3'],
    ['立方公尺', 'm3'],
    ['m³', 'm3'],
    ['m^3', 'm3'],
    ['㎥', 'm3'],
    ['㎡', 'm2'],
    ['公秉', 'm3'],
    ['公升', 'L'],
    ['ℓ', 'L'],
    ['l', 'L'],
    ['c.c.', 'mL'],
    ['ml', 'mL'],
    ['1000 m3', '1000m3'],
    ['千立方公尺', '1000m3'],
    ['美加侖', 'galUS'],
    ['英加侖', 'galUK'],
    ['KWH', 'kWh'],
    ['Kwh', 'kWh'],
    ['ｋＷｈ', 'kWh'],
    ['千瓦小時', 'kWh'],
    ['瓩', 'kW'],
    ['mj', 'MJ'],
    ['仟卡', 'kcal'],
    ['冷凍噸', 'RT'],
    ['kg/cm2', 'kgf/cm2'],
    ['公斤/平方公分', 'kgf/cm2'],
    ['LPM', 'L/min'],
    ['CMM', 'm3/min'],
    ['延噸公里', 'tkm'],
    ['t-km', 'tkm'],
    ['t·km', 'tkm'],
    ['ton-km', 'tkm'],
    ['ton kilometer', 'tkm'],
    ['公斤公里', 'kgkm'],
    ['件', 'pcs'],
    ['個', 'pcs'],
    ['支', 'pcs'],
    ['片', 'pcs'],
    ['打', 'dozen'],
    ['ＫＧ', 'kg'],
    ['㎏', 'kg'],
    [' kg ', 'kg'],
    ['k\u200bg', 'kg'],
    ['megabit second', 'megabitSecond'],
    ['公斤(kg)', 'kg'],
    ['公斤（KG）', 'kg'],
    ['噸(t)', 't'],
    ['t(噸)', 't'],
    ['度(電)', 'kWh'],
    ['度(天然氣)', 'm3'],
    ['千度(電)', 'MWh'],
    ['千度(水)', '1000m3'],
  ])('reads %s as %s without a doubt', (typed, unit) => {
    expect(parseUnit(typed)).toEqual({ ok: true, value: unit, findings: [] });
  });

  it('reads every code, in any case where no doubt arises', () => {
    for (const code of unitCodes.filter((unit) => unit !== 'du')) {
      expect(parseUnit(code), code).toEqual({ ok: true, value: code, findings: [] });
      const lower = parseUnit(code.toLowerCase());
      expect(lower.ok && lower.value, code).toBe(code);
    }
  });

  it.each([
    ['度', 'electricity', 'kWh'],
    ['度', 'water', 'm3'],
    ['度', 'gas', 'm3'],
    ['du', 'gas', 'm3'],
    ['度數', 'electricity', 'kWh'],
    ['千度', 'electricity', 'MWh'],
    ['千度', 'water', '1000m3'],
    ['千度', 'gas', '1000m3'],
    ['仟度', 'gas', '1000m3'],
    ['1000度', 'electricity', 'MWh'],
    ['千du', 'electricity', 'MWh'],
    ['mdu', 'electricity', 'MWh'],
  ] as const)('reads %s of %s as %s', (typed, medium, unit) => {
    expect(parseUnit(typed, medium)).toEqual({ ok: true, value: unit, findings: [] });
  });

  it.each(['度', '千度', 'du', 'DU'])('refuses %s without its medium', (typed) => {
    const finding = { code: 'unit.mediumRequired', severity: 'error', path: [], values: { unit: typed } };
    expect(parseUnit(typed)).toEqual({ ok: false, findings: [finding] });
    expect(parseUnit(typed, 'steam' as 'gas')).toEqual({ ok: false, findings: [finding] });
  });

  it.each([
    ['噸', 't', 'shortTon, longTon'],
    ['吨', 't', 'shortTon, longTon'],
    ['ton', 't', 'shortTon, longTon'],
    ['Tons', 't', 'shortTon, longTon'],
    ['T', 't', 'shortTon, longTon'],
    ['G', 'g', ''],
    ['M', 'm', 'm2, m3, mile'],
    ['kw', 'kW', 'kWh'],
    ['KW', 'kW', 'kWh'],
    ['Kw', 'kW', 'kWh'],
    ['mw', 'MW', 'MWh'],
    ['斤', 'catty', 'kg'],
    ['加侖', 'galUS', 'galUK'],
    ['gal', 'galUS', 'galUK'],
    ['Gallon', 'galUS', 'galUK'],
    ['gallons', 'galUS', 'galUK'],
    ['馬力', 'hp', 'PS'],
    ['分', 'min', 'cm'],
  ])('reads %s as %s and asks', (typed, reading, alternatives) => {
    expect(parseUnit(typed)).toEqual({
      ok: true,
      value: reading,
      findings: [
        { code: 'unit.ambiguous', severity: 'question', path: [], values: { typed, reading, alternatives } },
      ],
    });
  });

  it.each([
    ['Mg', 'mg, t'],
    ['MG', 'mg, t'],
    ['ML', 'mL, 1000m3'],
    ['Ml', 'mL, 1000m3'],
    ['mW', 'W, MW'],
    ['兆焦', 'MJ, TJ'],
    ['兆焦耳', 'MJ, TJ'],
  ])('refuses %s, which is safe in no reading', (typed, alternatives) => {
    expect(parseUnit(typed)).toEqual({
      ok: false,
      findings: [
        {
          code: 'unit.ambiguous',
          severity: 'error',
          path: [],
          values: { typed, reading: null, alternatives },
        },
      ],
    });
  });

  it.each(['箱', '組', 'Box', 'sets'])('counts %s as one piece and asks', (typed) => {
    expect(parseUnit(typed)).toEqual({
      ok: true,
      value: 'pcs',
      findings: [{ code: 'unit.containerCounted', severity: 'question', path: [], values: { typed } }],
    });
  });

  it('refuses what is empty or unknown', () => {
    expect(parseUnit(' ')).toEqual({
      ok: false,
      findings: [{ code: 'unit.absent', severity: 'error', path: [], values: {} }],
    });
    for (const typed of [
      'foo',
      'constructor',
      '公斤(g)',
      '公斤(foo)',
      'foo(kg)',
      '(kg)',
      'x公斤(kg)',
      '公斤(kg)x',
    ]) {
      expect(parseUnit(typed), typed).toEqual({
        ok: false,
        findings: [{ code: 'unit.unknown', severity: 'error', path: [], values: { unit: typed } }],
      });
    }
  });
});

describe('the names of units', () => {
  const plain = Object.values(unitNames).flat();
  const doubted = Object.keys(doubtfulNames);

  it('are each in the form they are looked up by', () => {
    for (const name of [...plain, ...doubted, ...containerNames]) {
      expect(name).not.toBe('');
      expect(nameKey(name), name).toBe(name);
    }
  });

  it('mean one thing each, and are all read', () => {
    const all = [...plain, ...doubted, ...containerNames, ...unitCodes.map(nameKey)];
    expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
    for (const [code, names] of Object.entries(unitNames)) {
      expect(names.length, code).toBeGreaterThan(0);
      for (const name of names)
        expect(parseUnit(name), name).toEqual({ ok: true, value: code, findings: [] });
    }
    expect(Object.keys(doubtfulTexts).every((text) => text.trim() === text)).toBe(true);
  });

  it('fold blanks, points, hyphens and variants of characters', () => {
    expect(nameKey('T.·‧・•*_^- KM')).toBe('tkm');
    expect(nameKey('仟吨臺')).toBe('千噸台');
  });
});

describe('parseFactorUnit', () => {
  it.each([
    ['kgCO2e/kWh', 'CO2e', 'kg', 'kWh'],
    ['kg CO2e/kg', 'CO2e', 'kg', 'kg'],
    ['kgCO₂e/kg', 'CO2e', 'kg', 'kg'],
    ['kg CO2-eq per tkm', 'CO2e', 'kg', 'tkm'],
    ['kg-CO2e/kg', 'CO2e', 'kg', 'kg'],
    ['kgCO2eq./件', 'CO2e', 'kg', 'pcs'],
    ['kg CO2 equiv/L', 'CO2e', 'kg', 'L'],
    ['公斤CO2e/公升', 'CO2e', 'kg', 'L'],
    ['公斤二氧化碳當量/公斤', 'CO2e', 'kg', 'kg'],
    ['公斤碳當量每公斤', 'CO2e', 'kg', 'kg'],
    ['tCO2e/t', 'CO2e', 't', 't'],
    ['lbCO2/MWh', 'CO2', 'lb', 'MWh'],
    ['g CO2 / km', 'CO2', 'g', 'km'],
    ['公克二氧化碳/公里', 'CO2', 'g', 'km'],
    ['kgCH4/TJ', 'CH4', 'kg', 'TJ'],
    ['kg甲烷/TJ', 'CH4', 'kg', 'TJ'],
    ['mg N2O/kg', 'N2O', 'mg', 'kg'],
    ['kg氧化亞氮/kg', 'N2O', 'kg', 'kg'],
    ['kgCO2e/1000m3', 'CO2e', 'kg', '1000m3'],
    ['kgCO2e/kgf/cm2', 'CO2e', 'kg', 'kgf/cm2'],
    ['short ton CO2e/mmBtu', 'CO2e', 'shortTon', 'mmBtu'],
  ])('reads %s', (typed, gas, mass, per) => {
    expect(parseFactorUnit(typed)).toEqual({ ok: true, value: { gas, mass, per }, findings: [] });
  });

  it('reads 度 by its medium and hands on the questions of both parts', () => {
    expect(parseFactorUnit('kgCO2e/度', 'electricity')).toMatchObject({ ok: true, value: { per: 'kWh' } });
    expect(parseFactorUnit('kgCO2e/度')).toMatchObject({
      ok: false,
      findings: [{ code: 'unit.mediumRequired', path: ['denominator'], values: { unit: '度' } }],
    });
    expect(parseFactorUnit('噸CO2e/加侖')).toMatchObject({
      ok: true,
      value: { mass: 't', per: 'galUS' },
      findings: [
        { code: 'unit.ambiguous', path: ['numerator'] },
        { code: 'unit.ambiguous', path: ['denominator'] },
      ],
    });
  });

  it.each([
    ['kgCO2e', 'unit.absent', 'denominator'],
    ['kgCO2e/', 'unit.absent', 'denominator'],
    ['kgCO2e/foo', 'unit.unknown', 'denominator'],
    ['kgCO2e/kg/km', 'unit.unknown', 'denominator'],
    ['CO2e/kg', 'unit.emissionUnknown', 'numerator'],
    ['kg/kWh', 'unit.emissionUnknown', 'numerator'],
    ['kWhCO2e/kg', 'unit.emissionUnknown', 'numerator'],
    ['fooCO2e/kg', 'unit.emissionUnknown', 'numerator'],
    ['', 'unit.emissionUnknown', 'numerator'],
  ])('refuses "%s" as %s', (typed, code, part) => {
    const result = parseFactorUnit(typed);
    expect(result).toMatchObject({ ok: false, findings: [{ code, severity: 'error', path: [part] }] });
    if (code === 'unit.emissionUnknown') expect(result.findings[0]?.values).toEqual({ typed });
  });

  it('reads back what it is written as', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...emissionGases),
        fc.constantFrom('mg', 'g', 'kg', 't', 'lb', 'shortTon'),
        fc.constantFrom(...unitCodes.filter((unit) => unit !== 'du')),
        (gas, mass, per) => {
          expect(parseFactorUnit(`${mass} ${gas}/${per}`)).toEqual({
            ok: true,
            value: { gas, mass, per },
            findings: [],
          });
        },
      ),
    );
  });
});

it('reads or refuses any text, never throws', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom(...'kgKWhm3度千噸(/)CO2e ') }),
      ),
      fc.option(fc.constantFrom(...media), { nil: undefined }),
      (text, medium) => {
        for (const result of [parseUnit(text, medium), parseFactorUnit(text, medium)]) {
          if (!result.ok) expect(result.findings.length).toBeGreaterThan(0);
        }
      },
    ),
    { numRuns: 500 },
  );
});

describe('a unit named twice', () => {
  it('is read where both names agree', () => {
    expect(parseUnit('公斤(kg)')).toEqual({ ok: true, value: 'kg', findings: [] });
  });
  it.each(['公斤(公升)', '箱(kg)', 'kg(箱)', 'kg(abc)', 'abc(kg)', '(公斤(kg)'])(
    'is refused: %s',
    (typed) => {
      expect(parseUnit(typed)).toMatchObject({
        ok: false,
        findings: [{ code: 'unit.unknown', values: { unit: typed } }],
      });
    },
  );
});
