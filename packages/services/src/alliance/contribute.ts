import { inTenant, type ServiceContext } from '../context.ts';
import { follow, headlineOf } from '../reduction-target/track.ts';

/** What an alliance adds up, member by member, behind its disclosure gate. */
export const allianceMeasures = ['answered', 'promisedTonnes', 'cutTonnes'] as const;
export type AllianceMeasure = (typeof allianceMeasures)[number];
export type AllianceFigures = Readonly<Record<AllianceMeasure, number | null>>;

const answeredStates = ['submitted', 'underReview', 'approved', 'superseded'] as const;

/**
 * A member's own figures of a year for an alliance, from its own rows: whether it answered a request (1 or 0), and t
 * CO2e promised and cut below the base year. Null where it was not asked, or has no report of that year: unknown is
 * not zero. Of several promises one counts, for they may cover the same tonnes. Kept as the member's row, which the
 * association cannot read.
 */
export async function contributeToAlliance(
  ctx: ServiceContext,
  input: { readonly associationId: string; readonly allianceId: string; readonly year: number },
): Promise<AllianceFigures> {
  const { organizationId } = ctx.actor;
  const { associationId, allianceId, year } = input;
  return inTenant(ctx, async (tx) => {
    const requests = await tx.supplierRequest.findMany({
      where: { dataOwnerId: organizationId, state: { not: 'cancelled' } },
      select: { state: true },
    });
    const rows = await tx.reductionTarget.findMany({
      where: { dataOwnerId: organizationId, reportedYears: { some: { year } } },
      include: { reportedYears: { where: { year: { lte: year } }, orderBy: { year: 'asc' } } },
    });
    const partner = { organizationId, name: '' };
    const latest = headlineOf(rows.map((row) => follow(row, partner, ctx.clock())))?.latest;
    const hasAnswered = requests.some(({ state }) => answeredStates.some((answered) => answered === state));
    const figures = {
      answered: requests.length === 0 ? null : Number(hasAnswered),
      promisedTonnes: latest?.promisedTonnes ?? null,
      cutTonnes: latest?.cutTonnes ?? null,
    };
    const period = String(year);
    const key = { organizationId, associationId, allianceId, period };
    await tx.allianceContribution.upsert({
      where: { organizationId_associationId_allianceId_period: key },
      create: { ...key, figures },
      update: { figures },
    });
    return figures;
  });
}
