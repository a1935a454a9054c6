import type { Messages } from '../messages.ts';
import { sheetFindings } from './sheet-findings.ts';

export const findings: Messages['findings'] = {
  ...sheetFindings,
  'unit.unknown': 'The unit “{{unit}}” is not known',
};
