import { readInventorySheet } from '@slipstream/services';
import { readSheet } from '../workbook-process/read-sheet.ts';
import type { Handle } from './handler.ts';

export const handleReadInventorySheet: Handle<'read-inventory-sheet'> = (
  runtime,
  { id, payload, announce },
) =>
  readInventorySheet(runtime, {
    id,
    ...payload,
    parse: (bytes, mappings) => readSheet('inventorySheet', bytes, { mappings }),
    onProgress: announce,
  });
