import { makeInventorySheet } from '@slipstream/inventory-sheet';
import { inTenant, type ServiceContext } from '../context.ts';
import { itemOf, receivedRequest } from './request-move.ts';

/** The empty inventory form (盤查表) for an item of a request, with the product's name filled in. */
export async function sheetTemplate(
  ctx: ServiceContext,
  input: { readonly requestId: string; readonly itemId?: string | undefined },
): Promise<{ readonly fileName: string; readonly bytes: Uint8Array }> {
  const item = await inTenant(ctx, async (tx) =>
    itemOf(await receivedRequest(tx, ctx, input.requestId), input.itemId),
  );
  return {
    fileName: `盤查表 ${item.code} ${item.name.replace(/[\\/:*?"<>|]/g, ' ').slice(0, 60)}.xlsx`,
    bytes: await makeInventorySheet({ basicData: { productName: item.name } }),
  };
}
