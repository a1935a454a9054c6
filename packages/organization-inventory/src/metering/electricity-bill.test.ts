import { errorAt } from '@slipstream/quantity';
import { describe, expect, it } from 'vitest';
import {
  checkElectricityBill,
  dailyAverage,
  type ElectricityBill,
  sumRegisters,
} from './electricity-bill.ts';
import { magnitudeQuestions } from './magnitude.ts';
import { usageMonths } from './usage-months.ts';

/** The sample bill of the training slides, its slips mended. */
const bill: ElectricityBill = {
  meteringPeriod: { start: '2020-02-01', end: '2020-02-29' },
  billedKwh: 1437600,
  registersKwh: { peak: 0, semiPeak: 890400, saturdaySemiPeak: 187200, offPeak: 360000 },
  contractCapacityKw: 4000,
  maximumDemandKw: 3800,
  powerFactorPercent: 100,
  tariff: '高壓電力',
  comparison: [
    { row: 'thisPeriod', days: 29, kWh: 1437600, printedKwhPerDay: 49572.41 },
    { row: 'samePeriodLastYear', days: 28, kWh: 1040000, printedKwhPerDay: 37142.86 },
    { row: 'nextPeriodLastYear', days: 31, kWh: 1240000, printedKwhPerDay: null },
  ],
};
const questions = (change: Partial<ElectricityBill>) =>
  checkElectricityBill({ ...bill, ...change }).findings.map(({ code, path }) => [code, ...path]);

describe('checkElectricityBill', () => {
  it('has nothing to ask of a sound bill', () =>
    expect(checkElectricityBill(bill)).toEqual({
      ok: true,
      value: { days: 29, meanKw: 1437600 / (24 * 29) },
      findings: [],
    }));
  it('takes what is not printed for unknown', () =>
    expect(
      questions({
        registersKwh: null,
        contractCapacityKw: null,
        maximumDemandKw: null,
        powerFactorPercent: null,
        comparison: [],
      }),
    ).toEqual([]));
  it('asks about registers that do not add', () =>
    expect(questions({ registersKwh: { peak: 1437599.5 } })).toEqual([
      ['bill.registersDoNotAdd', 'registersKwh'],
    ]));
  it('finds the first digit a printer got wrong', () =>
    expect(
      questions({ comparison: [{ row: 'thisPeriod', days: 29, kWh: 1437600, printedKwhPerDay: 19572.41 }] }),
    ).toEqual([['bill.dailyAverageDiffers', 'comparison', 0, 'printedKwhPerDay']]));
  it.each([
    [100.5, []],
    [99.5, []],
    [100.51, ['bill.dailyAverageDiffers']],
    [99.49, ['bill.dailyAverageDiffers']],
  ])('lets 100 kWh a day be printed as %d: %j', (printedKwhPerDay, asked) =>
    expect(
      questions({ comparison: [{ row: 'samePeriodLastYear', days: 10, kWh: 1000, printedKwhPerDay }] }).map(
        ([code]) => code,
      ),
    ).toEqual(asked),
  );
  it.each([
    [{ days: 28, kWh: 1437600 }, 1],
    [{ days: 29, kWh: 1437600.5 }, 1],
    [{ days: 29, kWh: 1437600.4 }, 0],
  ])('holds the row of this period against the bill: %j', (row, asked) => {
    const comparison = [{ row: 'thisPeriod', ...row, printedKwhPerDay: null }] as const;
    expect(questions({ comparison })).toHaveLength(asked);
    expect(questions({ comparison: [{ ...comparison[0], row: 'samePeriodLastYear' }] })).toEqual([]);
  });
  it.each([
    [{ billedKwh: 4000 * 24 * 29, maximumDemandKw: null }, []],
    [{ billedKwh: 4001 * 24 * 29, maximumDemandKw: null }, ['bill.meanPowerAboveContract']],
    [{ billedKwh: 4001, maximumDemandKw: null }, []],
    [{ billedKwh: 4000, maximumDemandKw: null }, ['bill.perhapsKwNotKwh']],
    [{ billedKwh: 0, maximumDemandKw: null }, []],
    [{ billedKwh: 3800 * 24 * 29 }, []],
    [{ billedKwh: 3801 * 24 * 29 }, ['bill.meanPowerAboveDemand']],
    [{ maximumDemandKw: 4000 }, []],
    [{ maximumDemandKw: 4001 }, ['bill.demandAboveContract']],
    [{ maximumDemandKw: 9999, contractCapacityKw: null }, []],
  ])('holds power against energy: %j', (change, asked) =>
    expect(questions({ registersKwh: null, comparison: [], ...change }).map(([code]) => code)).toEqual(asked),
  );
  it.each([
    ['2020-02-02', '2020-02-25', ['bill.unusualLength']],
    ['2020-02-01', '2020-02-25', []],
    ['2020-02-01', '2020-04-10', []],
    ['2020-02-01', '2020-04-11', ['bill.unusualLength']],
  ])('expects one or two months, not %s to %s: %j', (start, end, asked) =>
    expect(
      questions({ meteringPeriod: { start, end }, billedKwh: 9e5, registersKwh: null, comparison: [] }).map(
        ([code]) => code,
      ),
    ).toEqual(asked),
  );
  it('refuses what cannot be, all at once', () =>
    expect(
      checkElectricityBill({
        ...bill,
        meteringPeriod: { start: '2020-02-30', end: '2020-03-01' },
        billedKwh: -1,
        registersKwh: { peak: Number.NaN },
        contractCapacityKw: 0,
        maximumDemandKw: -1,
        powerFactorPercent: 101,
        comparison: [{ row: 'thisPeriod', days: 0, kWh: -1, printedKwhPerDay: -1 }],
      }).findings.map(({ path }) => path.join('.')),
    ).toEqual([
      'meteringPeriod.start',
      'billedKwh',
      'contractCapacityKw',
      'maximumDemandKw',
      'powerFactorPercent',
      'registersKwh.peak',
      'comparison.0.days',
      'comparison.0.kWh',
      'comparison.0.printedKwhPerDay',
    ]));
});

describe('sumRegisters', () => {
  it.each([
    [100.49, true],
    [99.51, true],
    [100.5, false],
    [99.5, false],
  ])('lets 100 kWh be billed as %d: %s', (billedKwh, matches) =>
    expect(sumRegisters({ registersKwh: { peak: 60, offPeak: 40 }, billedKwh })).toMatchObject({
      value: { sumKwh: 100, matches },
    }),
  );
  it('refuses a register below zero', () =>
    expect(sumRegisters({ registersKwh: { peak: -1 }, billedKwh: Number.NaN }).findings).toMatchObject([
      { path: ['registersKwh', 'peak'] },
      { path: ['billedKwh'] },
    ]));
});

it('refuses a daily average over no days', () => {
  expect(dailyAverage({ kWh: 58, days: 29 })).toMatchObject({ value: { kWhPerDay: 2 } });
  expect(dailyAverage({ kWh: -1, days: 0 }).findings).toHaveLength(2);
});

describe('usageMonths', () => {
  it.each([
    ['2022-03', 2, ['2022-01', '2022-02']],
    ['2022-01', 2, ['2021-11', '2021-12']],
    ['2022-02', 1, ['2022-01']],
    ['2022-01', 12, Array.from({ length: 12 }, (_, index) => `2021-${String(index + 1).padStart(2, '0')}`)],
  ])('of %s over %d months', (issueMonth, billingMonths, months) =>
    expect(usageMonths({ issueMonth, billingMonths })).toMatchObject({
      ok: true,
      value: { usageMonths: months },
    }),
  );
  it.each(['2022-13', '2022-3', '', '0001-12', '2022-03-01'])('refuses the month %j', (issueMonth) =>
    expect(usageMonths({ issueMonth, billingMonths: 2 }).findings).toEqual([
      errorAt('date.notIso', ['issueMonth'], { date: issueMonth }),
    ]),
  );
  it.each([0, 13, 1.5, -1, Number.NaN])('refuses %d months', (billingMonths) =>
    expect(usageMonths({ issueMonth: '2022-03', billingMonths })).toMatchObject({
      ok: false,
      findings: [{ path: ['billingMonths'] }],
    }),
  );
});

describe('magnitudeQuestions', () => {
  const month = (number: number, amount: number) => ({
    start: `2021-0${number}-01`,
    end: `2021-0${number}-28`,
    amount,
  });
  const asked = (...amounts: number[]) =>
    magnitudeQuestions(amounts.map((amount, index) => month(index + 1, amount))).map(({ path }) => path[1]);
  it('asks about an amount a hundred times off its sisters', () => {
    expect(asked(280, 280, 28000)).toEqual([]);
    expect(asked(280, 280, 28028)).toEqual([2]);
    expect(asked(2800, 28, 2800)).toEqual([]);
    expect(asked(2800, 27, 2800)).toEqual([1]);
    expect(asked(280, 0, 280, 280)).toEqual([]);
    expect(asked(1, 1000)).toEqual([]);
    expect(asked(1, 1, 300, 300, 0)).toEqual([0, 1]);
  });
  it('compares per day and passes over impossible dates', () =>
    expect(
      magnitudeQuestions([
        { start: '2021-01-01', end: '2021-01-01', amount: 10 },
        { start: '2021-01-02', end: '2021-07-20', amount: 2000 },
        { start: '2021-01-02', end: '2021-07-20', amount: 2000 },
        { start: 'x', end: 'y', amount: 1e9 },
      ]),
    ).toEqual([]));
});
