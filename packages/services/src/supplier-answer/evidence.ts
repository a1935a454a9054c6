import type { TenantTransaction } from '@slipstream/db';
import { FileTooLargeError, type StoredFile } from '@slipstream/storage';
import { recordAudit } from '../audit.ts';
import { inTenant, requireRole, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';

/** A file as a browser sends it. */
export interface UploadedFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

export const largestUploadBytes = 20 * 1024 * 1024;

/** Streams a file to storage under the cap; a longer one leaves nothing behind and is `fileTooLarge`. */
export async function storeUpload(ctx: ServiceContext, file: UploadedFile): Promise<StoredFile> {
  try {
    return await ctx.files.put(file.bytes, { maxBytes: largestUploadBytes });
  } catch (error) {
    if (error instanceof FileTooLargeError)
      throw new ServiceError('fileTooLarge', { megabytes: largestUploadBytes / 1024 / 1024 });
    throw error;
  }
}

/** Records stored bytes as a document of the organization; the same bytes are the document there is. */
export async function recordEvidence(
  tx: TenantTransaction,
  ctx: ServiceContext,
  file: UploadedFile,
  stored: StoredFile,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const { organizationId, userId } = ctx.actor;
  const known = await tx.evidence.findUnique({
    where: { organizationId_sha256: { organizationId, sha256: stored.sha256 } },
    select: { id: true },
  });
  if (known) return { id: known.id, isNew: false };
  const created = await tx.evidence.create({
    data: {
      organizationId,
      fileName: file.fileName.slice(0, 200),
      contentType: file.contentType.slice(0, 100),
      byteLength: BigInt(stored.byteLength),
      sha256: stored.sha256,
      storageKey: stored.key,
      uploadedById: userId,
      createdAt: ctx.clock(),
    },
    select: { id: true },
  });
  await recordAudit(tx, ctx, { action: 'evidence.upload', subjectKind: 'Evidence', subjectId: created.id });
  return { id: created.id, isNew: true };
}

/** Keeps a file that proves a figure: a report, a bill. */
export async function uploadEvidence(
  ctx: ServiceContext,
  file: UploadedFile,
): Promise<{ readonly id: string; readonly fileName: string }> {
  requireRole(ctx, 'owner', 'manager', 'filler');
  const stored = await storeUpload(ctx, file);
  const { id, isNew } = await inTenant(ctx, (tx) => recordEvidence(tx, ctx, file, stored));
  if (!isNew) await ctx.files.remove(stored.key);
  return { id, fileName: file.fileName };
}
