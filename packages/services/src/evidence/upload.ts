import type { TenantTransaction } from '@slipstream/db';
import { FileTooLargeError, type StoredFile } from '@slipstream/storage';
import { recordAudit } from '../audit.ts';
import { inTenant, requireRole, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { largestUploadBytes } from './largest-upload.ts';

/** A file as a browser sends it. */
export interface UploadedFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** What is said of a larger one. */
export function uploadTooLarge(): ServiceError {
  return new ServiceError('fileTooLarge', { megabytes: largestUploadBytes / 1e6 });
}

/** Streams a file to storage under the cap; a longer one leaves nothing behind and is `fileTooLarge`. */
export async function storeUpload(ctx: ServiceContext, file: UploadedFile): Promise<StoredFile> {
  try {
    return await ctx.files.put(file.bytes, { maxBytes: largestUploadBytes });
  } catch (error) {
    if (error instanceof FileTooLargeError) throw uploadTooLarge();
    throw error;
  }
}

/**
 * Records stored bytes as evidence of the organization; the same bytes are kept once, under the name they first came
 * by. Where `isNew` is false the caller removes what it stored.
 */
export async function recordEvidence(
  tx: TenantTransaction,
  ctx: ServiceContext,
  file: UploadedFile,
  stored: StoredFile,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const { organizationId, userId } = ctx.actor;
  // Two who send the same bytes at once find the same evidence: one makes it, the other waits for that.
  await tx.evidence.createMany({
    skipDuplicates: true,
    data: {
      organizationId,
      fileName: nameToKeep(file),
      contentType: file.contentType.slice(0, 100),
      byteLength: stored.byteLength,
      sha256: stored.sha256,
      storageKey: stored.key,
      uploadedById: userId,
      createdAt: ctx.clock(),
    },
  });
  const { id, storageKey } = await tx.evidence.findUniqueOrThrow({
    where: { organizationId_sha256: { organizationId, sha256: stored.sha256 } },
    select: { id: true, storageKey: true },
  });
  const isNew = storageKey === stored.key;
  if (isNew)
    await recordAudit(tx, ctx, { action: 'evidence.upload', subjectKind: 'Evidence', subjectId: id });
  return { id, isNew };
}

/** The name of a file as far as it is kept. */
export function nameToKeep({ fileName }: UploadedFile): string {
  return fileName.slice(0, 255).toWellFormed();
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
