import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import {
  largestUploadBytes,
  receiveBillOfMaterials,
  type ServiceContext,
  ServiceError,
  type UploadedFile,
  uploadEvidence,
  uploadInventorySheet,
  uploadTooLarge,
} from '@slipstream/services';
import type { Context } from 'hono';

/** What a file can be sent as; the kind stands in the address, `/uploads/<kind>`. */
export const uploadKinds = ['bill-of-materials', 'inventory-sheet', 'evidence'] as const;
export type UploadKind = (typeof uploadKinds)[number];

/**
 * Takes a file as the raw body of a request, its name percent-encoded in `X-File-Name`, and streams it to storage
 * under the cap: it is never held in memory, and never opened here. A sheet is for the item `?request=&item=`. Answers
 * with the id of what was made, or with the code of a refusal.
 */
export async function takeUpload(context: Context, ctx: ServiceContext, kind: UploadKind): Promise<Response> {
  try {
    // Who says beforehand that it is too much need not send it.
    if (Number(context.req.header('Content-Length') ?? 0) > largestUploadBytes) throw uploadTooLarge();
    return context.json(await take[kind](context, ctx, fileIn(context)));
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const { code, values, findings } = error;
    return context.json({ code, values, findings }, statusOf(code));
  }
}

const take: Readonly<
  Record<UploadKind, (context: Context, ctx: ServiceContext, file: UploadedFile) => Promise<object>>
> = {
  'bill-of-materials': async (_, ctx, file) => {
    const { importBatchId } = await receiveBillOfMaterials(ctx, file);
    return { importBatchId };
  },
  'inventory-sheet': (context, ctx, file) =>
    uploadInventorySheet(ctx, {
      requestId: context.req.query('request') ?? '',
      itemId: context.req.query('item'),
      file,
    }),
  evidence: (_, ctx, file) => uploadEvidence(ctx, file),
};

function statusOf(code: ServiceError['code']) {
  if (code === 'fileTooLarge') return 413;
  if (code === 'permissionDenied') return 403;
  return code === 'notFound' ? 404 : 400;
}

function fileIn({ req }: Context): UploadedFile {
  const body = req.raw.body ?? new Blob([]).stream();
  return {
    fileName: nameIn(req.header('X-File-Name')),
    contentType: req.header('Content-Type') ?? 'application/octet-stream',
    bytes: Readable.fromWeb(body as NodeStream<Uint8Array>),
  };
}

/** The name a file has at its owner's, without any folder. */
function nameIn(header: string | undefined): string {
  let name = '';
  try {
    name = decodeURIComponent(header ?? '');
  } catch {
    // A name that cannot be decoded is no name.
  }
  return name.replace(/^.*[/\\]/, '') || 'file';
}
