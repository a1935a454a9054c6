import { recordAudit } from '../audit.ts';
import { inTenant, requireRole, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { readYearEntry, type YearEntry } from './entry.ts';
import { trackPromise, yearReports } from './track.ts';

/**
 * Reports what a year brought under a target (R26.3). Only the supplier speaks for its own emissions; a second report
 * for a year corrects the first. Refused for a year before the base year and for figures that are no tonnes.
 */
export async function reportYear(
  ctx: ServiceContext,
  input: { readonly targetId: string; readonly entry: YearEntry; readonly note?: string },
): Promise<void> {
  requireRole(ctx, 'owner', 'manager', 'filler');
  const read = readYearEntry(input.entry);
  if (!read.ok) throw new ServiceError('refused', {}, read.findings);
  const { year, tonnes, methodChange } = read.value;
  await inTenant(ctx, async (tx) => {
    const target = await tx.reductionTarget.findFirst({
      where: { id: input.targetId, dataOwnerId: ctx.actor.organizationId },
      include: { reportedYears: true },
    });
    if (!target) throw new ServiceError('notFound');
    const others = yearReports(target.reportedYears).filter((report) => report.year !== year);
    const reported = { year, emissionsTonnes: Number(tonnes), methodChangeTonnes: Number(methodChange) };
    const track = trackPromise(target, [reported, ...others], ctx.clock());
    if (!track.ok) throw new ServiceError('refused', {}, track.findings.map(atEntryField));
    const { dataOwnerId, dataRecipientId, id: targetId } = target;
    const key = { dataOwnerId, dataRecipientId, targetId, year };
    const figures = {
      tonnesCo2e: tonnes,
      methodChange,
      note: input.note?.trim().slice(0, 2000) || null,
      recordedById: ctx.actor.userId,
    };
    await tx.reportedYear.upsert({
      where: { dataOwnerId_dataRecipientId_targetId_year: key },
      create: { ...key, ...figures },
      update: figures,
    });
    await recordAudit(tx, ctx, {
      action: 'reductionTarget.reportYear',
      subjectKind: 'ReductionTarget',
      subjectId: targetId,
      detail: { year },
    });
  });
}

const fieldOf: Readonly<Record<string, string>> = {
  emissionsTonnes: 'tonnes',
  methodChangeTonnes: 'methodChange',
};

/** A finding of the calculation at the field of the entry it comes from; the new report stands first. */
function atEntryField<Found extends { readonly path: readonly (string | number)[] }>(finding: Found): Found {
  const field = finding.path.at(-1);
  return { ...finding, path: [typeof field === 'string' ? (fieldOf[field] ?? field) : 'tonnes'] };
}
