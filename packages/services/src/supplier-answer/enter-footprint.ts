import { businessBoundaries } from '@slipstream/footprint';
import { errorAt, type Finding, parseAmount, parsePeriod } from '@slipstream/quantity';
import { recordAudit } from '../audit.ts';
import { inTenant, requireRole, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { storeAnswer } from './answer.ts';
import { beginEntry, itemOf, receivedRequest } from './request-move.ts';

/** Faults of a footprint entered as a figure; the path is the field. */
export const enteredFootprintFindingCodes = [
  'enteredFootprint.valueMissing',
  'enteredFootprint.boundaryMissing',
  'enteredFootprint.periodUnreadable',
  'enteredFootprint.scoreOutOfRange',
  'enteredFootprint.shareOutOfRange',
] as const;
type Code = (typeof enteredFootprintFindingCodes)[number];

/** What a supplier types: texts as typed, blank where it does not know. */
export interface EnteredFootprint {
  /** kg CO2e per declared unit of the item. */
  readonly kgCO2e: string;
  readonly boundary: string;
  readonly period: string;
  /** 1 (best) to 5. */
  readonly dataQualityScore: string;
  readonly primaryDataSharePercent: string;
  readonly gwpSet: string;
  readonly evidenceId?: string | undefined;
}

/**
 * Takes a footprint calculated elsewhere as the answer to an item: per its declared unit, with boundary and period,
 * and quality and primary-data share where they are known. What is left blank stays not known. A correction is a new
 * version.
 */
export async function enterFootprint(
  ctx: ServiceContext,
  input: {
    readonly requestId: string;
    readonly itemId?: string | undefined;
    readonly entered: EnteredFootprint;
  },
): Promise<{ readonly version: number }> {
  requireRole(ctx, 'owner', 'manager', 'filler');
  const { entered } = input;
  const findings: Finding<Code>[] = [];
  const kgCO2e = numberIn(entered.kgCO2e, { min: -1e12, max: 1e12 });
  if (typeof kgCO2e !== 'number')
    findings.push(errorAt('enteredFootprint.valueMissing', ['kgCO2e'], { found: entered.kgCO2e }));
  const business = businessBoundaries.find((one) => one === entered.boundary);
  if (!business) findings.push(errorAt('enteredFootprint.boundaryMissing', ['boundary']));
  const period = parsePeriod(entered.period);
  if (!period.ok || period.value.end < period.value.start)
    findings.push(errorAt('enteredFootprint.periodUnreadable', ['period'], { found: entered.period }));
  const score = numberIn(entered.dataQualityScore, { min: 1, max: 5 });
  if (score === undefined)
    findings.push(
      errorAt('enteredFootprint.scoreOutOfRange', ['dataQualityScore'], { found: entered.dataQualityScore }),
    );
  const primary = numberIn(entered.primaryDataSharePercent, { min: 0, max: 100 });
  if (primary === undefined)
    findings.push(
      errorAt('enteredFootprint.shareOutOfRange', ['primaryDataSharePercent'], {
        found: entered.primaryDataSharePercent,
      }),
    );
  if (findings.length > 0 || typeof kgCO2e !== 'number' || !business || !period.ok)
    throw new ServiceError('refused', {}, findings);

  const { organizationId, userId } = ctx.actor;
  return inTenant(ctx, async (tx) => {
    const request = await receivedRequest(tx, ctx, input.requestId);
    const item = itemOf(request, input.itemId);
    await beginEntry(tx, ctx, request);
    const evidence = entered.evidenceId
      ? await tx.evidence.findFirst({ where: { id: entered.evidenceId }, select: { id: true } })
      : null;
    if (entered.evidenceId && !evidence) throw new ServiceError('notFound');
    const organization = await tx.organization.findUnique({ where: { id: organizationId } });
    const answer = await storeAnswer(tx, {
      organizationId,
      requestedItemId: item.id,
      inventorySheetId: null,
      evidenceId: evidence?.id ?? null,
      createdById: userId,
      createdAt: ctx.clock(),
      content: {
        footprint: {
          kgCO2e,
          declaredUnit: { amount: 1, unit: item.declaredUnit },
          boundary: { business, period: period.value, geography: organization?.country ?? 'TW' },
          gwpSet: entered.gwpSet || 'notStated',
          dataQualityScore: score ?? null,
        },
        primaryDataSharePercent: primary ?? null,
        stageTotals: [],
        lines: [],
      },
    });
    await recordAudit(tx, ctx, {
      action: 'suppliedFootprint.enter',
      subjectKind: 'SuppliedFootprint',
      subjectId: answer.id,
    });
    return { version: answer.version };
  });
}

/** A bare number within bounds, null where it is blank, undefined where it is neither. */
function numberIn(
  typed: string,
  { min, max }: { readonly min: number; readonly max: number },
): number | null | undefined {
  const amount = parseAmount(typed);
  if (!amount.ok) return undefined;
  if (amount.value.kind !== 'measured') return null;
  const { value, unit } = amount.value;
  return unit === null && value >= min && value <= max ? value : undefined;
}
