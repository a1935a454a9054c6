import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDecimalText } from './decimal.ts';
import { parseAmount } from './parse.ts';

const measured = (
  typed: string,
  decimal: string,
  unit: string | null = null,
  note: string | null = null,
) => ({
  kind: 'measured',
  typed,
  value: Number(decimal),
  decimal,
  decimals: decimal.split('.')[1]?.length ?? 0,
  unit,
  note,
});

describe('a bare number', () => {
  it.each([
    ['0', '0'],
    ['1234.5', '1234.5'],
    ['1,234.5', '1234.5'],
    ['1 234', '1234'],
    ['1 234 567.8', '1234567.8'],
    ['1\u00a0234', '1234'],
    ['1\u202f234', '1234'],
    ["1'234.5", '1234.5'],
    ['１，２３４', '1234'],
    ['１２．５', '12.5'],
    ['12,345,678', '12345678'],
    ['1.50', '1.50'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['007', '7'],
    ['+5', '5'],
    ['-5', '-5'],
    ['－5', '-5'],
    ['−5', '-5'],
    ['- 5', '-5'],
    ['-0', '0'],
    ['-0.00', '0.00'],
    ['1.67E-5', '0.0000167'],
    ['1.67e-05', '0.0000167'],
    ['1.67×10^-5', '0.0000167'],
    ['1.67 x 10-5', '0.0000167'],
    ['1.67×10⁻⁵', '0.0000167'],
    ['2×10⁵', '200000'],
    ['2*10^+3', '2000'],
    ['1.5e3', '1500'],
    ['1.2345e2', '123.45'],
    ['1e21', '1000000000000000000000'],
    ['1.2萬', '12000'],
    ['1.23456萬', '12345.6'],
    ['3億', '300000000'],
    ['2百萬', '2000000'],
    ['2千萬', '20000000'],
  ])('%s is %s', (typed, decimal) => {
    expect(parseAmount(typed)).toEqual({ ok: true, value: measured(typed, decimal), findings: [] });
  });

  it('may come as a number from a spreadsheet', () => {
    expect(parseAmount(12.5)).toEqual({ ok: true, value: measured('12.5', '12.5'), findings: [] });
    expect(parseAmount(1e21)).toMatchObject({ value: { decimal: '1000000000000000000000' } });
    expect(parseAmount(Number.NaN).ok).toBe(false);
    expect(parseAmount(Number.POSITIVE_INFINITY).ok).toBe(false);
  });
});

describe('a number with more', () => {
  it.each([
    ['12.5%', '12.5', '%', null],
    ['１２．５％', '12.5', '%', null],
    ['12.5 千度', '12.5', '千度', null],
    ['12.5千度(含路燈)', '12.5', '千度', '(含路燈)'],
    ['12.5 度', '12.5', '度', null],
    ['1.2萬度', '12000', '度', null],
    ['1.2萬 度 (全年)', '12000', '度', '(全年)'],
    ['12 百萬焦耳', '12', '百萬焦耳', null],
    ['3億元', '300000000', '元', null],
    ['1,234 kWh 估計', '1234', 'kWh', '估計'],
    ['12 short ton yearly', '12', 'short ton', 'yearly'],
    ['1,234.5 kg, see bill', '1234.5', 'kg', ', see bill'],
    ['5 1000m3', '5', '1000m3', null],
    ['0.509 kgCO2e/kWh 2020', '0.509', 'kgCO2e/kWh', '2020'],
    ['1.67e-5kg', '0.0000167', 'kg', null],
    ['5 EA', '5', 'EA', null],
    ['20 °C', '20', '°C', null],
    ['12.5 (含路燈)', '12.5', null, '(含路燈)'],
    ['12.5 [a]', '12.5', null, '[a]'],
    ['12.5 ※補', '12.5', null, '※補'],
    ['12.5; late', '12.5', null, '; late'],
    ['5 kg - dry', '5', 'kg', '- dry'],
    ['5 kg xylene', '5', 'kg', 'xylene'],
    ['5 widgets (blue)', '5', 'widgets', '(blue)'],
    ['5 公斤(kg)', '5', '公斤(kg)', null],
  ])('%s', (typed, decimal, unit, note) => {
    expect(parseAmount(typed)).toEqual({
      ok: true,
      value: measured(typed, decimal, unit, note),
      findings: [],
    });
  });

  it.each([
    '約 500 公斤',
    '大約500公斤',
    '~500 公斤',
    '≈500公斤',
    '≒ 500公斤',
    'approx. 500 公斤',
    'About 500 公斤',
    'ca 500公斤',
  ])('warns that %s is approximate', (typed) => {
    expect(parseAmount(typed)).toEqual({
      ok: true,
      value: measured(typed, '500', '公斤'),
      findings: [{ code: 'amount.approximate', severity: 'warning', path: [], values: { typed } }],
    });
  });

  it('takes brackets for a negative and asks', () => {
    for (const typed of ['(1,234)', '（１２３４）']) {
      expect(parseAmount(typed)).toEqual({
        ok: true,
        value: measured(typed, '-1234'),
        findings: [{ code: 'amount.negativeInBrackets', severity: 'question', path: [], values: { typed } }],
      });
    }
    expect(parseAmount('(5) kg')).toMatchObject({ value: { value: -5, unit: 'kg' } });
    expect(parseAmount('約(5)').findings.map(({ code }) => code)).toEqual([
      'amount.approximate',
      'amount.negativeInBrackets',
    ]);
  });
});

describe('no number', () => {
  it.each([null, undefined])('%s is absent', (typed) => {
    expect(parseAmount(typed)).toEqual({ ok: true, value: { kind: 'absent', typed: '' }, findings: [] });
  });
  it.each(['', '  ', '　', '\u200b'])('"%s" is absent', (typed) => {
    expect(parseAmount(typed)).toEqual({ ok: true, value: { kind: 'absent', typed }, findings: [] });
  });
  it.each([
    '-',
    '--',
    '—',
    '－',
    '/',
    'N/A',
    'n/a',
    'NA',
    'n.a.',
    'N. A.',
    'not applicable',
    'None',
    'nil',
    '不適用',
    '無',
    '無此項',
    '無須填寫',
    '免填',
  ])('%s is not applicable', (typed) => {
    expect(parseAmount(typed)).toEqual({ ok: true, value: { kind: 'notApplicable', typed }, findings: [] });
  });
  it.each([
    '?',
    '？？',
    '未知',
    '不明',
    '不詳',
    '不知道',
    '無法取得',
    '無資料',
    '待確認',
    '待補',
    'Unknown',
    'not known',
    'no data',
    'TBD',
    'tbc',
  ])('%s is not known', (typed) => {
    expect(parseAmount(typed)).toEqual({ ok: true, value: { kind: 'notKnown', typed }, findings: [] });
  });
});

describe('refused', () => {
  it.each([
    ['1.234,5', 'amount.ambiguousSeparator'],
    ['1,5', 'amount.ambiguousSeparator'],
    ['0,123', 'amount.ambiguousSeparator'],
    ['1,23,456', 'amount.ambiguousSeparator'],
    ['1,000,00', 'amount.ambiguousSeparator'],
    ['1.234.567', 'amount.ambiguousSeparator'],
    ['1 2345', 'amount.ambiguousSeparator'],
    ['12 34', 'amount.ambiguousSeparator'],
    ["1'23", 'amount.ambiguousSeparator'],
    ['-1,5', 'amount.ambiguousSeparator'],
    ['1,5 kg', 'amount.ambiguousSeparator'],
    ['10-20', 'amount.range'],
    ['10 ~ 20 kg', 'amount.range'],
    ['10至20', 'amount.range'],
    ['10到20', 'amount.range'],
    ['5 to 6', 'amount.range'],
    ['10 kg - 20 kg', 'amount.range'],
    ['10 kg ~ 20', 'amount.range'],
    ['2 kg x 3', 'amount.unreadable'],
    ['2 kg × 3', 'amount.unreadable'],
    ['2 kg * 3', 'amount.unreadable'],
    ['2 kg + 3 kg', 'amount.unreadable'],
    ['2 kg / 月', 'amount.unreadable'],
    ['2 kg = 4 lb', 'amount.unreadable'],
    ['<5', 'amount.bound'],
    ['≦ 5', 'amount.bound'],
    ['>= 5', 'amount.bound'],
    ['小於5', 'amount.bound'],
    ['至少 5', 'amount.bound'],
    ['5 公斤以上', 'amount.bound'],
    ['5以下', 'amount.bound'],
    ['#N/A', 'amount.spreadsheetError'],
    ['#DIV/0!', 'amount.spreadsheetError'],
    ['#REF!', 'amount.spreadsheetError'],
    ['#value!', 'amount.spreadsheetError'],
    ['#NAME?', 'amount.spreadsheetError'],
    ['1e999', 'amount.outOfRange'],
    ['1e309', 'amount.outOfRange'],
    ['1e-400', 'amount.outOfRange'],
    ['1e-999999999', 'amount.outOfRange'],
    ['abc', 'amount.unreadable'],
    ['百萬', 'amount.unreadable'],
    ['5x3', 'amount.unreadable'],
    ['3 x 4 kg', 'amount.unreadable'],
    ['2022/3/1', 'amount.unreadable'],
    ['10:30', 'amount.unreadable'],
    ['1/2', 'amount.unreadable'],
    ['1_000', 'amount.unreadable'],
    ['5-', 'amount.unreadable'],
    ['((5))', 'amount.unreadable'],
    ['(-5)', 'amount.unreadable'],
    ['12;5', 'amount.unreadable'],
    ['3萬5', 'amount.unreadable'],
    ['٣', 'amount.unreadable'],
  ])('%s: %s', (typed, code) => {
    expect(parseAmount(typed)).toEqual({
      ok: false,
      findings: [{ code, severity: 'error', path: [], values: { typed } }],
    });
  });

  it('a text no one types', () => {
    expect(parseAmount(`1${' kg'.repeat(66)}`).ok).toBe(true);
    expect(parseAmount(`1${' kg'.repeat(67)}`).findings[0]?.code).toBe('amount.unreadable');
  });

  it('but a zero with a large exponent within reach is zero', () => {
    expect(parseAmount('0e400')).toMatchObject({ ok: true, value: { value: 0 } });
    expect(parseAmount('0e401').findings[0]?.code).toBe('amount.outOfRange');
  });
});

describe('every amount', () => {
  it('comes back from its decimal text, grouped or full-width', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, min: -1e12, max: 1e12 }),
        fc.integer({ min: 0, max: 8 }),
        (value, decimals) => {
          const text = toDecimalText(value, decimals);
          const [whole = '', fraction] = text.split('.');
          const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction ? `.${fraction}` : '');
          const wide = grouped.replace(/[\d.,-]/g, (sign) =>
            String.fromCharCode(sign.charCodeAt(0) + 0xfee0),
          );
          for (const typed of [text, grouped, wide]) {
            expect(parseAmount(typed)).toMatchObject({
              ok: true,
              value: { decimal: text, decimals, typed, unit: null, note: null },
              findings: [],
            });
          }
        },
      ),
    );
  });

  it('comes back from the number it was', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parseAmount(value)).toMatchObject({ ok: true, value: { value: value === 0 ? 0 : value } });
      }),
      { numRuns: 500 },
    );
  });

  it('is finite or refused, whatever is typed', () => {
    const likely = fc.string({
      unit: fc.constantFrom(...'0123456789.,-+eE()% 萬億kg度×10^~'),
      maxLength: 20,
    });
    fc.assert(
      fc.property(fc.oneof(likely, fc.string({ unit: 'binary' })), (typed) => {
        const result = parseAmount(typed);
        if (!result.ok) expect(result.findings.length).toBeGreaterThan(0);
        else {
          expect(result.value.typed).toBe(typed);
          if (result.value.kind === 'measured') {
            expect(Number.isFinite(result.value.value)).toBe(true);
            expect(result.value.decimal).toMatch(/^-?(0|[1-9]\d*)(\.\d+)?$/);
            expect(Number(result.value.decimal)).toBe(result.value.value);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what stands beside the number', () => {
  it.each([
    ['2×10¹²', '2000000000000', null, null],
    ['3.5×10⁻⁶', '0.0000035', null, null],
    ['12 kg (lot 7)', '12', 'kg', '(lot 7)'],
    ['12 kg(3-5)', '12', 'kg', '(3-5)'],
    ['5 % x', '5', '%', 'x'],
    ['5 度 估計值', '5', '度', '估計值'],
    ['3 kgCO2e/度 估計值', '3', 'kgCO2e/度', '估計值'],
  ])('%s', (typed, decimal, unit, note) => {
    expect(parseAmount(typed)).toMatchObject({ ok: true, value: measured(typed, decimal, unit, note) });
  });

  it.each(['5 ☃kg', '5 ☃x 3', '5 #kg'])('is no unit: %s', (typed) => {
    expect(parseAmount(typed)).toMatchObject({ findings: [{ code: 'amount.unreadable' }] });
  });

  it('may make a text of 200 characters, no more', () => {
    expect(parseAmount('1'.repeat(200)).ok).toBe(true);
    expect(parseAmount('1'.repeat(201))).toMatchObject({ findings: [{ code: 'amount.unreadable' }] });
  });
});
