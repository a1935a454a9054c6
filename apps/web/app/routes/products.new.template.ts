import { billTemplate } from '@slipstream/services';
import { download, workbookType } from '../files/download.ts';
import { readerLanguage } from '../i18n/reader-language.ts';
import { requireLeadFirm } from '../requests/lead-firm.ts';
import type { Route } from './+types/products.new.template';

/** An empty workbook for a bill of materials. */
export async function loader({ context, request }: Route.LoaderArgs) {
  requireLeadFirm(context, request);
  const { fileName, bytes } = await billTemplate(readerLanguage(context, request));
  return download(bytes as Uint8Array<ArrayBuffer>, {
    fileName,
    plainName: 'bill-of-materials.xlsx',
    contentType: workbookType,
  });
}
