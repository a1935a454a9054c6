import {
  acceptFinite,
  atMost,
  type DateFindingCode,
  daysInclusive,
  type Finding,
  faultsIn,
  notNegative,
  numberFaults,
  type Period,
  percentOfWhole,
  positive,
  type Result,
  refuse,
  type ValueFindingCode,
  within,
} from '@slipstream/quantity';

/** Registers of a time-of-use meter (尖峰、半尖峰、週六半尖峰、離峰, R2.4). */
export const electricityRegisters = ['peak', 'semiPeak', 'saturdaySemiPeak', 'offPeak'] as const;
export type ElectricityRegister = (typeof electricityRegisters)[number];

/** Rows in which a bill compares itself with others (R2.4). */
export const comparisonRows = ['thisPeriod', 'samePeriodLastYear', 'nextPeriodLastYear'] as const;
export type ComparisonRow = (typeof comparisonRows)[number];

/** What stands on an electricity bill (電費單, R2.4); null where it does not. */
export interface ElectricityBill {
  readonly meteringPeriod: Period;
  /** Billed energy (計費度數), kWh. */
  readonly billedKwh: number;
  readonly registersKwh: Readonly<Partial<Record<ElectricityRegister, number>>> | null;
  /** Contract capacity (契約容量), kW. */
  readonly contractCapacityKw: number | null;
  /** Highest of the maximum demands, kW. */
  readonly maximumDemandKw: number | null;
  readonly powerFactorPercent: number | null;
  /** Kind of tariff (用電種類), as printed. */
  readonly tariff: string | null;
  readonly comparison: readonly {
    readonly row: ComparisonRow;
    readonly days: number;
    readonly kWh: number;
    readonly printedKwhPerDay: number | null;
  }[];
}

/**
 * Daily average of a bill (R2.4): kWh / days.
 *
 * @param input.kWh not negative
 * @param input.days above zero
 */
export function dailyAverage(input: {
  readonly kWh: number;
  readonly days: number;
}): Result<{ readonly kWhPerDay: number }, ValueFindingCode> {
  const faults = faultsIn(input, { kWh: notNegative, days: positive });
  if (faults.length > 0) return refuse(...faults);
  return acceptFinite({ kWhPerDay: input.kWh / input.days });
}

/** Registers may miss the billed energy by less than this, kWh: bills print whole ones (R2.4). */
export const registerSlackKwh = 0.5;

/**
 * Whether the registers add to the billed energy (R2.4).
 *
 * @param input.registersKwh kWh by register, not negative
 * @param input.billedKwh kWh, not negative
 */
export function sumRegisters(input: {
  readonly registersKwh: Readonly<Record<string, number>>;
  readonly billedKwh: number;
}): Result<{ readonly sumKwh: number; readonly matches: boolean }, ValueFindingCode> {
  const faults = [
    ...Object.entries(input.registersKwh).flatMap(([register, kWh]) =>
      numberFaults(kWh, notNegative, ['registersKwh', register]),
    ),
    ...faultsIn(input, { billedKwh: notNegative }),
  ];
  if (faults.length > 0) return refuse(...faults);
  const sumKwh = Object.values(input.registersKwh).reduce((sum, kWh) => sum + kWh, 0);
  return acceptFinite({ sumKwh, matches: Math.abs(sumKwh - input.billedKwh) < registerSlackKwh });
}

export const billQuestionCodes = [
  'bill.registersDoNotAdd',
  'bill.dailyAverageDiffers',
  'bill.comparisonDiffers',
  'bill.meanPowerAboveContract',
  'bill.meanPowerAboveDemand',
  'bill.perhapsKwNotKwh',
  'bill.demandAboveContract',
  'bill.unusualLength',
] as const;
export type BillQuestionCode = (typeof billQuestionCodes)[number];

/** Metering periods of one or two months have this many days; others are asked about. */
export const usualBillDays = { low: 25, high: 70 } as const;

/** A printed daily average may miss kWh / days by this much, kWh/day: some bills print whole ones. */
const printedAverageSlack = 0.5;

/**
 * Looks a bill over (R2.4, R10.3) and asks where it contradicts itself: registers against billed energy, printed
 * daily averages, the row of this period against the bill, and power against energy. Mean power above contract
 * capacity or above maximum demand cannot be; a use that one hour of the contract capacity would cover is
 * probably kW written for kWh.
 *
 * @returns the days and mean power with all questions; refused for impossible numbers or dates
 */
export function checkElectricityBill(
  bill: ElectricityBill,
): Result<
  { readonly days: number; readonly meanKw: number },
  ValueFindingCode | DateFindingCode | BillQuestionCode
> {
  const period = daysInclusive(bill.meteringPeriod);
  const faults = [
    ...period.findings.map((finding) => within(['meteringPeriod'], finding)),
    ...numberFaultsOf(bill),
  ];
  if (!period.ok || faults.length > 0) return refuse(...faults);
  const days = period.value;
  const meanKw = bill.billedKwh / (24 * days);
  return acceptFinite<{ days: number; meanKw: number }, BillQuestionCode>({ days, meanKw }, [
    ...questionsOfLength(days),
    ...questionsOfRegisters(bill),
    ...questionsOfComparison(bill, days),
    ...questionsOfPower(bill, meanKw),
  ]);
}

function numberFaultsOf(bill: ElectricityBill): Finding<ValueFindingCode>[] {
  return [
    ...faultsIn(bill, {
      billedKwh: notNegative,
      ...(bill.contractCapacityKw !== null && { contractCapacityKw: positive }),
      ...(bill.maximumDemandKw !== null && { maximumDemandKw: notNegative }),
      ...(bill.powerFactorPercent !== null && { powerFactorPercent: percentOfWhole }),
    }),
    ...Object.entries(bill.registersKwh ?? {}).flatMap(([register, kWh]) =>
      numberFaults(kWh, notNegative, ['registersKwh', register]),
    ),
    ...bill.comparison.flatMap((row, index) =>
      faultsIn(
        row,
        {
          days: positive,
          kWh: notNegative,
          ...(row.printedKwhPerDay !== null && { printedKwhPerDay: notNegative }),
        },
        ['comparison', index],
      ),
    ),
  ];
}

function ask(
  code: BillQuestionCode,
  path: Finding['path'],
  values: Finding['values'],
): Finding<BillQuestionCode> {
  return { code, severity: 'question', path, values };
}

function questionsOfLength(days: number): Finding<BillQuestionCode>[] {
  const { low, high } = usualBillDays;
  return days < low || days > high
    ? [ask('bill.unusualLength', ['meteringPeriod'], { days, low, high })]
    : [];
}

function questionsOfRegisters({ registersKwh, billedKwh }: ElectricityBill): Finding<BillQuestionCode>[] {
  if (registersKwh === null) return [];
  const summed = sumRegisters({ registersKwh, billedKwh });
  return summed.ok && !summed.value.matches
    ? [ask('bill.registersDoNotAdd', ['registersKwh'], { sumKwh: summed.value.sumKwh, billedKwh })]
    : [];
}

function questionsOfComparison(bill: ElectricityBill, billDays: number): Finding<BillQuestionCode>[] {
  const { billedKwh } = bill;
  return bill.comparison.flatMap(({ row, days, kWh, printedKwhPerDay }, index) => {
    const questions: Finding<BillQuestionCode>[] = [];
    const kWhPerDay = kWh / days;
    if (printedKwhPerDay !== null && !atMost(Math.abs(printedKwhPerDay - kWhPerDay), printedAverageSlack))
      questions.push(
        ask('bill.dailyAverageDiffers', ['comparison', index, 'printedKwhPerDay'], {
          printedKwhPerDay,
          kWhPerDay,
        }),
      );
    const contradicts = days !== billDays || Math.abs(kWh - billedKwh) >= registerSlackKwh;
    if (row === 'thisPeriod' && contradicts)
      questions.push(
        ask('bill.comparisonDiffers', ['comparison', index], { days, billDays, kWh, billedKwh }),
      );
    return questions;
  });
}

function questionsOfPower(bill: ElectricityBill, meanKw: number): Finding<BillQuestionCode>[] {
  const { billedKwh, contractCapacityKw, maximumDemandKw } = bill;
  const questions: Finding<BillQuestionCode>[] = [];
  if (contractCapacityKw !== null) {
    const values = { billedKwh, meanKw, contractCapacityKw };
    if (!atMost(meanKw, contractCapacityKw))
      questions.push(ask('bill.meanPowerAboveContract', ['billedKwh'], values));
    if (billedKwh > 0 && atMost(billedKwh, contractCapacityKw))
      questions.push(ask('bill.perhapsKwNotKwh', ['billedKwh'], values));
  }
  if (maximumDemandKw !== null && !atMost(meanKw, maximumDemandKw))
    questions.push(ask('bill.meanPowerAboveDemand', ['maximumDemandKw'], { meanKw, maximumDemandKw }));
  if (maximumDemandKw !== null && contractCapacityKw !== null && !atMost(maximumDemandKw, contractCapacityKw))
    questions.push(
      ask('bill.demandAboveContract', ['maximumDemandKw'], { maximumDemandKw, contractCapacityKw }),
    );
  return questions;
}
