import { sheetFindings } from './sheet-findings.ts';

/** One sentence for every finding code, with the values of the finding to fill in. */
export const findings: Readonly<Record<string, string>> = {
  ...sheetFindings,
  'unit.unknown': '看不懂單位「{{unit}}」',
};
