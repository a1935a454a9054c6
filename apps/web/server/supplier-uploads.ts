import {
  type ServiceContext,
  ServiceError,
  uploadEvidence,
  uploadInventorySheet,
} from '@slipstream/services';
import type { Context } from 'hono';

/**
 * Takes a supplier's file from the body of a request, whose name stands in `X-File-Name`: an inventory workbook for
 * the item `?request=&item=`, or a document that proves a figure. The bytes stream to storage; nothing here opens them.
 */
export async function takeSupplierFile(
  context: Context,
  ctx: ServiceContext,
  kind: string,
): Promise<Response> {
  const bytes = context.req.raw.body ?? new Blob([]).stream();
  const file = {
    fileName: nameIn(context.req.header('X-File-Name')),
    contentType: context.req.header('Content-Type') ?? 'application/octet-stream',
    bytes,
  };
  try {
    if (kind === 'evidence') return context.json(await uploadEvidence(ctx, file));
    const requestId = context.req.query('request') ?? '';
    const itemId = context.req.query('item');
    if (![requestId, itemId ?? requestId].every((id) => uuid.test(id))) throw new ServiceError('notFound');
    return context.json(await uploadInventorySheet(ctx, { requestId, itemId, file }));
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const { code, values, findings } = error;
    return context.json({ code, values, findings }, code === 'notFound' ? 404 : 400);
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The name a file has at its owner's, without any folder. */
function nameIn(header: string | undefined): string {
  let name = '';
  try {
    name = decodeURIComponent(header ?? '');
  } catch {
    // A name that cannot be decoded is no name.
  }
  return name.replace(/^.*[/\\]/, '').slice(0, 200) || 'file';
}
