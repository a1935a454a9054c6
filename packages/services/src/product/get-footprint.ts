import type { Finding } from '@slipstream/quantity';
import { inTenant, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { type SourcePlace, sourcePlace } from '../import-batch/source-place.ts';
import type { DrawingResult } from '../product-system/calculate-drawing.ts';
import type { FactorReason } from '../product-system/choose-material-factor.ts';
import { documentOf } from '../product-system/document.ts';
import { knownSuppliers, type LatestRequest } from '../supplier-request/latest-by-supplier.ts';

/** A product's footprint as it was last calculated: nothing is calculated on reading. */
export interface FootprintPage {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** What the product is declared per. */
  readonly declaredUnit: { readonly amount: number; readonly unit: string };
  /** What `result` is told per: another declared unit for as long as a changed one waits for its calculation. */
  readonly statedUnit: { readonly amount: number; readonly unit: string };
  readonly version: number;
  /** Changed since; a new calculation is on its way. */
  readonly isStale: boolean;
  /** ISO instant; null before the first calculation. */
  readonly calculatedAt: string | null;
  /** Null before the first calculation and where the drawing has no answer. */
  readonly result: DrawingResult | null;
  readonly findings: readonly Finding[];
  /** A supplier's figure came without its primary-data share, so that of the product is at least what is shown. */
  readonly primaryDataShareIsLeast: boolean;
  /** Why a factor was proposed, by exchange id. */
  readonly reasons: Readonly<Record<string, FactorReason>>;
  /** Names of processes, by id. */
  readonly processNames: Readonly<Record<string, string>>;
  /** The lead firm's names of its suppliers, by organization. */
  readonly supplierNames: Readonly<Record<string, string>>;
  /** The lead firm's relation to each supplier, by organization: what asking it takes. */
  readonly supplierRelations: Readonly<Record<string, string>>;
  /** What each supplier was asked last, by organization. */
  readonly requests: Readonly<Record<string, LatestRequest>>;
  /** Where each line of the bill of materials stood in its workbook, by exchange id. */
  readonly places: Readonly<Record<string, SourcePlace>>;
}

/** The newest footprint of a product, with what explains each of its lines. */
export async function getProductFootprint(
  ctx: ServiceContext,
  input: { readonly productId: string },
): Promise<FootprintPage> {
  const { organizationId } = ctx.actor;
  return inTenant(ctx, async (tx) => {
    const product = await tx.product.findUnique({
      where: { organizationId_id: { organizationId, id: input.productId } },
      include: {
        productSystem: true,
        billsOfMaterial: {
          where: { supersededAt: null },
          select: { lines: { select: { id: true, sourceCell: true } } },
        },
      },
    });
    if (!product) throw new ServiceError('notFound');
    const system = product.productSystem;
    const calculation = system?.inputHash
      ? await tx.footprintCalculation.findFirst({
          where: { organizationId, productSystemId: system.id, inputHash: system.inputHash },
        })
      : null;
    const document = system ? documentOf(system.document) : null;
    const result = (calculation?.result ?? null) as unknown as DrawingResult | null;
    const declaredUnit = { amount: product.declaredUnitAmount.toNumber(), unit: product.declaredUnit };
    const stated = result?.footprint.statedUnit;
    return {
      id: product.id,
      code: product.code,
      name: product.name,
      declaredUnit,
      statedUnit: stated ? { amount: stated.amount, unit: stated.unit } : declaredUnit,
      version: system?.version ?? 0,
      isStale: system !== null && system.staleSince !== null,
      calculatedAt: calculation?.createdAt.toISOString() ?? null,
      result,
      findings: (calculation?.findings ?? []) as unknown as readonly Finding[],
      primaryDataShareIsLeast:
        document?.draft.processes.some(
          (process) => process.kind === 'sealed' && process.footprint.primaryDataSharePercent === null,
        ) ?? false,
      reasons: document?.reasons ?? {},
      processNames: Object.fromEntries(document?.draft.processes.map(({ id, name }) => [id, name]) ?? []),
      ...(await knownSuppliers(tx, organizationId)),
      places: Object.fromEntries(
        product.billsOfMaterial.flatMap(({ lines }) =>
          lines.flatMap(({ id, sourceCell }) => {
            const place = sourcePlace(sourceCell);
            return place ? [[id, place]] : [];
          }),
        ),
      ),
    };
  });
}
