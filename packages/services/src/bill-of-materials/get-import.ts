import type { ImportState } from '@slipstream/db';
import type { Finding } from '@slipstream/quantity';
import { inTenant, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';

/** How an import stands: what was read, what was not and why. */
export interface ImportReport {
  readonly id: string;
  readonly state: ImportState;
  readonly fileName: string;
  readonly rowsRead: number;
  readonly rowsAccepted: number;
  readonly rowsRejected: number;
  readonly products: readonly {
    readonly id: string;
    readonly name: string;
    readonly declaredUnit: { readonly amount: number; readonly unit: string };
    readonly parts: number;
    /** Whether its first footprint is there. */
    readonly isCalculated: boolean;
  }[];
  readonly findings: readonly (Finding & { readonly rejectedRow: string | null })[];
}

/** The report of an import, while it runs and after. */
export async function getImport(ctx: ServiceContext, input: { readonly id: string }): Promise<ImportReport> {
  const { organizationId } = ctx.actor;
  return inTenant(ctx, async (tx) => {
    const batch = await tx.importBatch.findUnique({
      where: { organizationId_id: { organizationId, id: input.id } },
      include: {
        evidence: { select: { fileName: true } },
        findings: { orderBy: { sequence: 'asc' } },
        billsOfMaterial: {
          include: {
            _count: { select: { lines: true } },
            product: {
              select: {
                id: true,
                name: true,
                declaredUnit: true,
                declaredUnitAmount: true,
                productSystem: { select: { staleSince: true } },
              },
            },
          },
        },
      },
    });
    if (batch?.kind !== 'billOfMaterials') throw new ServiceError('notFound');
    const { id, state, rowsRead, rowsAccepted, rowsRejected } = batch;
    return {
      id,
      state,
      fileName: batch.evidence.fileName,
      rowsRead,
      rowsAccepted,
      rowsRejected,
      products: batch.billsOfMaterial.map(({ product, _count }) => ({
        id: product.id,
        name: product.name,
        declaredUnit: { amount: product.declaredUnitAmount.toNumber(), unit: product.declaredUnit },
        parts: _count.lines,
        isCalculated: product.productSystem?.staleSince === null,
      })),
      findings: batch.findings.map((finding) => ({
        code: finding.code,
        severity: finding.severity as Finding['severity'],
        path: [finding.sheet, finding.row].filter((step) => step !== null),
        values: finding.values as Finding['values'],
        rejectedRow: typeof finding.rejectedRow === 'string' ? finding.rejectedRow : null,
      })),
    };
  });
}
