import { openImportedFile } from '@slipstream/services';
import { found, requireContext } from '../door.ts';
import { download } from '../files/download.ts';
import type { Route } from './+types/products.imports.$importId.file';

/** The workbook a bill of materials was read from, as it came. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const ctx = requireContext(context, request);
  const { fileName, bytes } = await found(openImportedFile(ctx, params));
  return download(bytes, {
    fileName,
    plainName: 'bill-of-materials',
    contentType: 'application/octet-stream',
  });
}
