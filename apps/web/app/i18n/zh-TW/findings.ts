import { factorLibraryFindings } from './findings/factor-library.ts';
import { footprintFindings } from './findings/footprint.ts';
import { inventorySheetFindings } from './findings/inventory-sheet.ts';
import { programmeFindings } from './findings/programme.ts';
import { quantityFindings } from './findings/quantity.ts';
import { servicesFindings } from './findings/services.ts';
import { stateMachineFindings } from './findings/state-machine.ts';

/**
 * One sentence for every finding code: what happened and what to do. `{{name}}` is one of the finding's values, see
 * `findingSentence`. `code_question` and `code_warning` say it otherwise for findings of that severity.
 */
export const findings: Readonly<Record<string, string>> = {
  ...quantityFindings,
  ...stateMachineFindings,
  ...factorLibraryFindings,
  ...footprintFindings,
  ...programmeFindings,
  ...inventorySheetFindings,
  ...servicesFindings,
};
