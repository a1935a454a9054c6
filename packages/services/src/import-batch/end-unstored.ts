import type { TenantTransaction } from '@slipstream/db';

/** Why an import ended before anything of its file was stored. */
export const unstoredFindingCodes = ['import.failed', 'import.cancelled'] as const;

/** Refuses an import that has not ended yet, with the reason; false where it had ended already. */
export async function endUnstored(
  tx: TenantTransaction,
  end: {
    readonly organizationId: string;
    readonly importBatchId: string;
    readonly code: (typeof unstoredFindingCodes)[number];
    readonly finishedAt: Date;
  },
): Promise<boolean> {
  const { organizationId, importBatchId, code, finishedAt } = end;
  const ended = await tx.importBatch.updateMany({
    where: { organizationId, id: importBatchId, state: { in: ['received', 'reading'] } },
    data: { state: 'refused', finishedAt },
  });
  if (ended.count === 0) return false;
  await tx.importFinding.create({
    data: { organizationId, importBatchId, sequence: 0, severity: 'error', code, values: {} },
  });
  return true;
}
