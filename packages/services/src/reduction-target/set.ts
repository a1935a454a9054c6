import type { TargetHorizon } from '@slipstream/programme';
import { recordAudit } from '../audit.ts';
import { inTenant, requireRole, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { readTargetEntry, type TargetEntry } from './entry.ts';
import { partnersOf, sidesOf } from './partners.ts';
import { trackPromise, yearReports } from './track.ts';

/**
 * Sets what a supplier promises a lead firm for a horizon (R26.3), by either side; a second call for the same horizon
 * changes the promise and keeps the years reported. Refused where the target contradicts itself or a reported year.
 * @param input `partnerId` is the supplier for a lead firm, the lead firm for a supplier.
 */
export async function setReductionTarget(
  ctx: ServiceContext,
  input: { readonly partnerId: string; readonly horizon: TargetHorizon; readonly entry: TargetEntry },
): Promise<{ readonly id: string }> {
  requireRole(ctx, 'owner', 'manager');
  const read = readTargetEntry(input.entry);
  if (!read.ok) throw new ServiceError('refused', {}, read.findings);
  const { baseYear, targetYear, reductionPercent, baseTonnes } = read.value;
  const sides = sidesOf(ctx, input.partnerId);
  return inTenant(ctx, async (tx) => {
    const partners = await partnersOf(tx, ctx);
    if (!partners.some(({ organizationId }) => organizationId === input.partnerId))
      throw new ServiceError('notFound');
    const key = { ...sides, horizon: input.horizon };
    const present = await tx.reductionTarget.findUnique({
      where: { dataOwnerId_dataRecipientId_horizon: key },
      include: { reportedYears: { orderBy: { year: 'asc' } } },
    });
    const figures = { baseYear, targetYear, reductionPercent, baseTonnesCo2e: baseTonnes };
    const track = trackPromise(
      { horizon: input.horizon, ...figures },
      yearReports(present?.reportedYears ?? []),
      ctx.clock(),
    );
    if (!track.ok) throw new ServiceError('refused', {}, track.findings.map(atEntryField));
    const { id } = await tx.reductionTarget.upsert({
      where: { dataOwnerId_dataRecipientId_horizon: key },
      create: { ...key, ...figures, recordedById: ctx.actor.userId },
      update: { ...figures, recordedById: ctx.actor.userId },
      select: { id: true },
    });
    await recordAudit(tx, ctx, {
      action: present ? 'reductionTarget.change' : 'reductionTarget.set',
      subjectKind: 'ReductionTarget',
      subjectId: id,
      detail: { partnerId: input.partnerId, horizon: input.horizon },
    });
    return { id };
  });
}

/** A finding of the calculation at the field of the entry it comes from. */
function atEntryField<Found extends { readonly path: readonly (string | number)[] }>(finding: Found): Found {
  const [root, field = root] = finding.path;
  if (root !== 'target') return finding;
  return { ...finding, path: [field === 'baselineTonnes' ? 'baseTonnes' : field] };
}
