import { importBillOfMaterials, recalculateProductSystems, systemContext } from '@slipstream/services';
import { readSheet } from '../workbook-process/read-sheet.ts';
import type { Handle } from './handler.ts';

/** Reads the file, and calculates at once what was drawn from it: whoever dropped it is waiting. */
export const handleImportBillOfMaterials: Handle<'import-bill-of-materials'> = async (
  runtime,
  { id, payload, announce },
) => {
  const ctx = systemContext(runtime, { id: payload.organizationId, kind: 'leadFirm' }, id);
  const { productSystemIds } = await importBillOfMaterials(
    ctx,
    payload,
    (bytes, mappings) => readSheet('billOfMaterials', bytes, { mappings }),
    announce,
  );
  await recalculateProductSystems(ctx, { productSystemIds }, announce);
};
