import type { Messages } from '../messages.ts';
import { factorLibraryFindings } from './findings/factor-library.ts';
import { footprintFindings } from './findings/footprint.ts';
import { inventorySheetFindings } from './findings/inventory-sheet.ts';
import { programmeFindings } from './findings/programme.ts';
import { quantityFindings } from './findings/quantity.ts';
import { servicesFindings } from './findings/services.ts';
import { stateMachineFindings } from './findings/state-machine.ts';

export const findings: Messages['findings'] = {
  ...quantityFindings,
  ...stateMachineFindings,
  ...factorLibraryFindings,
  ...footprintFindings,
  ...programmeFindings,
  ...inventorySheetFindings,
  ...servicesFindings,
};
