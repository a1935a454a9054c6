import { sheetTemplate } from '@slipstream/services';
import { found, requireContext } from '../door.ts';
import type { Route } from './+types/inbox.template';

/** The empty inventory form of an item, named after it. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const ctx = requireContext(context, request);
  const itemId = new URL(request.url).searchParams.get('item') ?? undefined;
  const { fileName, bytes } = await found(sheetTemplate(ctx, { requestId: params.id, itemId }));
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="inventory-sheet.xlsx"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'Cache-Control': 'no-store',
    },
  });
}
