import { openImportedFile } from '@slipstream/services';
import { found, requireContext } from '../door.ts';
import type { Route } from './+types/products.imports.$importId.file';

/** The workbook a bill of materials was read from, as it came: to be saved, never shown. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const ctx = requireContext(context, request);
  const { fileName, bytes } = await found(openImportedFile(ctx, params));
  return new Response(bytes, {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename="bill-of-materials"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'Cache-Control': 'no-store',
    },
  });
}
