import type { ImportState } from '@slipstream/db';
import { inTenant, type ServiceContext } from '../context.ts';

/** An import as a list shows it: to come back to one that runs, or to look up what became of it. */
export interface ImportSummary {
  readonly id: string;
  readonly fileName: string;
  readonly state: ImportState;
  /** ISO instant. */
  readonly receivedAt: string;
  readonly rowsAccepted: number;
}

const shownImports = 8;

/** The newest imports of bills of materials of the caller's organization; `isRunning` leaves only those that have not ended. */
export async function listImports(
  ctx: ServiceContext,
  { isRunning = false }: { readonly isRunning?: boolean } = {},
): Promise<readonly ImportSummary[]> {
  const { organizationId } = ctx.actor;
  const batches = await inTenant(ctx, (tx) =>
    tx.importBatch.findMany({
      where: {
        organizationId,
        kind: 'billOfMaterials',
        ...(isRunning && { state: { in: ['received', 'reading'] } }),
      },
      select: {
        id: true,
        fileName: true,
        state: true,
        createdAt: true,
        rowsAccepted: true,
        evidence: { select: { fileName: true } },
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: shownImports,
    }),
  );
  return batches.map(({ id, fileName, state, createdAt, rowsAccepted, evidence }) => ({
    id,
    fileName: fileName ?? evidence.fileName,
    state,
    receivedAt: createdAt.toISOString(),
    rowsAccepted,
  }));
}
