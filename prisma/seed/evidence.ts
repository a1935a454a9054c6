const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** Twelve electricity bills as a clerk lists them, in a file that Excel opens: UTF-8 with its mark. */
const electricityBills = (kWhOfMonth: (month: number) => number, dollarsPerKWh: number): string =>
  `\ufeff${[
    '計費期間,用電度數(度),電費(元)',
    ...months.map((month) => {
      const kWh = kWhOfMonth(month);
      return `2025/${String(month).padStart(2, '0')},${kWh},${Math.round(kWh * dollarsPerKWh)}`;
    }),
  ].join('\r\n')}\r\n`;

/** What suppliers lay beside the figures they enter, by file name. */
export const evidenceFiles: Readonly<Record<string, string>> = {
  'electricity-lianxin-2025.csv': electricityBills((month) => 182_000 + (month % 5) * 3_400, 4.21),
  'electricity-yongjin-2025.csv': electricityBills((month) => 468_000 + (month % 7) * 5_900, 3.98),
  'electricity-dongchang-2025.csv': electricityBills((month) => 96_500 + (month % 4) * 2_150, 4.36),
};
