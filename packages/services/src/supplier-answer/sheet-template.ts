import { type FormLanguage, makeInventorySheet } from '@slipstream/inventory-sheet';
import { inTenant, type ServiceContext } from '../context.ts';
import { itemOf, receivedRequest } from './request-move.ts';

const formNames: Readonly<Record<FormLanguage, string>> = { 'zh-TW': '盤查表', en: 'Inventory sheet' };

/** The empty inventory form (盤查表) for an item of a request, in a language, with the product's name filled in. */
export async function sheetTemplate(
  ctx: ServiceContext,
  input: {
    readonly requestId: string;
    readonly itemId?: string | undefined;
    readonly language: FormLanguage;
  },
): Promise<{ readonly fileName: string; readonly bytes: Uint8Array }> {
  const { language } = input;
  const item = await inTenant(ctx, async (tx) =>
    itemOf(await receivedRequest(tx, ctx, input.requestId), input.itemId),
  );
  return {
    fileName: `${formNames[language]} ${item.code} ${item.name.slice(0, 60)}.xlsx`.replace(
      /[\\/:*?"<>|]/g,
      ' ',
    ),
    bytes: await makeInventorySheet({ language, basicData: { productName: item.name } }),
  };
}
