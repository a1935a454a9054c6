import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import {
  mostWorkbookBytes,
  receiveBillOfMaterials,
  type ServiceContext,
  ServiceError,
} from '@slipstream/services';
import type { Context } from 'hono';

/**
 * Takes a file as the raw body of a request, its name percent-encoded in `X-File-Name`, and streams it to storage
 * under the cap: it is never held in memory, and never opened here. Answers with the import's id, or with the code
 * of a refusal.
 */
export async function uploadBillOfMaterials(context: Context, ctx: ServiceContext): Promise<Response> {
  const { body } = context.req.raw;
  const announced = Number(context.req.header('Content-Length') ?? 0);
  try {
    if (!body) throw new ServiceError('refused');
    if (announced > mostWorkbookBytes)
      throw new ServiceError('fileTooLarge', { megabytes: mostWorkbookBytes / 1e6 });
    const { importBatchId } = await receiveBillOfMaterials(ctx, {
      fileName: fileNameOf(context.req.header('X-File-Name')),
      contentType: context.req.header('Content-Type') ?? 'application/octet-stream',
      bytes: Readable.fromWeb(body as NodeStream<Uint8Array>),
    });
    return context.json({ importBatchId });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = error.code === 'fileTooLarge' ? 413 : error.code === 'permissionDenied' ? 403 : 400;
    return context.json({ code: error.code, values: error.values }, status);
  }
}

function fileNameOf(header: string | undefined): string {
  try {
    return decodeURIComponent(header ?? '') || 'file';
  } catch {
    return 'file';
  }
}
