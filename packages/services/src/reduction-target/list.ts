import { inTenant, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { partnersOf, type TargetPartner } from './partners.ts';
import { type FollowedTarget, follow, headlineOf } from './track.ts';

/** Promises, and with whom there are or could be some. */
export interface TargetList {
  readonly targets: readonly FollowedTarget[];
  readonly partners: readonly TargetPartner[];
  /** One promise a partner, where a year is reported; null before the first report. */
  readonly totals: TargetTotals | null;
}

/**
 * The targets of the caller with all its partners, promised against achieved (R26.3), by partner and target year;
 * and the partners a target can be set with. A supplier sees its own promises, a lead firm those made to it.
 */
export async function listTargets(ctx: ServiceContext): Promise<TargetList> {
  return inTenant(ctx, async (tx) => {
    const partners = await partnersOf(tx, ctx);
    const rows = await tx.reductionTarget.findMany({
      where: sideOf(ctx),
      include: { reportedYears: { orderBy: { year: 'asc' } } },
      orderBy: [{ targetYear: 'asc' }, { id: 'asc' }],
    });
    const now = ctx.clock();
    const targets = partners.flatMap((partner) =>
      rows
        .filter((row) => partnerIdOf(ctx, row) === partner.organizationId)
        .map((row) => follow(row, partner, now)),
    );
    return { targets, partners, totals: totalsOf(targets) };
  });
}

/** One target, as {@link listTargets} shows it. Absent and foreign are the same `notFound`. */
export async function readTarget(
  ctx: ServiceContext,
  input: { readonly targetId: string },
): Promise<FollowedTarget> {
  return inTenant(ctx, async (tx) => {
    const row = await tx.reductionTarget.findFirst({
      where: { ...sideOf(ctx), id: input.targetId },
      include: { reportedYears: { orderBy: { year: 'asc' } } },
    });
    const partners = row ? await partnersOf(tx, ctx) : [];
    const partner = row && partners.find(({ organizationId }) => organizationId === partnerIdOf(ctx, row));
    if (!partner) throw new ServiceError('notFound');
    return follow(row, partner, ctx.clock());
  });
}

/** What was promised and cut over all partners, t CO2e, each by its latest report (R26.1). */
export interface TargetTotals {
  readonly partners: number;
  readonly promisedTonnes: number;
  readonly cutTonnes: number;
}

function totalsOf(targets: readonly FollowedTarget[]): TargetTotals | null {
  const latest = [...Map.groupBy(targets, ({ partnerId }) => partnerId).values()].flatMap(
    (promises) => headlineOf(promises)?.latest ?? [],
  );
  if (latest.length === 0) return null;
  return {
    partners: latest.length,
    promisedTonnes: latest.reduce((sum, { promisedTonnes }) => sum + promisedTonnes, 0),
    cutTonnes: latest.reduce((sum, { cutTonnes }) => sum + cutTonnes, 0),
  };
}

function sideOf({ actor }: ServiceContext) {
  return actor.organizationKind === 'leadFirm'
    ? { dataRecipientId: actor.organizationId }
    : { dataOwnerId: actor.organizationId };
}

function partnerIdOf(
  { actor }: ServiceContext,
  row: { readonly dataOwnerId: string; readonly dataRecipientId: string },
): string {
  return actor.organizationKind === 'leadFirm' ? row.dataOwnerId : row.dataRecipientId;
}
