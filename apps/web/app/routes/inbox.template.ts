import { sheetTemplate } from '@slipstream/services';
import { found, requireContext } from '../door.ts';
import { download, workbookType } from '../files/download.ts';
import { readerLanguage } from '../i18n/reader-language.ts';
import type { Route } from './+types/inbox.template';

/** The empty inventory form of an item in the reader's language, named after it. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const ctx = requireContext(context, request);
  const itemId = new URL(request.url).searchParams.get('item') ?? undefined;
  const language = readerLanguage(context, request);
  const { fileName, bytes } = await found(sheetTemplate(ctx, { requestId: params.id, itemId, language }));
  return download(bytes as Uint8Array<ArrayBuffer>, {
    fileName,
    plainName: 'inventory-sheet.xlsx',
    contentType: workbookType,
  });
}
