import type { Prisma } from '@slipstream/db';
import { type AllianceRelease, defaultReleasePolicy, releaseAllianceTotals } from '@slipstream/programme';
import { dayInTaiwan, parseYear } from '@slipstream/quantity';
import { recordAudit } from '../audit.ts';
import { inTenant, type Runtime, requireRole, type ServiceContext, systemContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { requestJob } from '../outbox/request-job.ts';
import { allianceMeasures, contributeToAlliance } from './contribute.ts';

/**
 * Asks for the totals of a year, typed in either calendar, to be released by a job. Refused for a year that has not
 * begun or is released already: a release is final.
 */
export async function requestAllianceRelease(
  ctx: ServiceContext,
  input: { readonly allianceId: string; readonly year: string },
): Promise<{ readonly jobId: string; readonly period: string }> {
  requireRole(ctx, 'owner', 'manager');
  const read = parseYear(input.year);
  const path = ['year'];
  if (!read.ok)
    throw new ServiceError(
      'refused',
      {},
      read.findings.map((finding) => ({ ...finding, path })),
    );
  const thisYear = Number(dayInTaiwan(ctx.clock().toISOString()).slice(0, 4));
  if (read.value > thisYear)
    throw new ServiceError('refused', {}, [
      { code: 'date.outOfRange', severity: 'error', path, values: { typed: input.year } },
    ]);
  const period = String(read.value);
  const { organizationId } = ctx.actor;
  const { allianceId } = input;
  return inTenant(ctx, async (tx) => {
    const alliance = await tx.alliance.findUnique({
      where: { organizationId_id: { organizationId, id: allianceId } },
      include: { releases: { where: { period }, select: { id: true } } },
    });
    if (!alliance) throw new ServiceError('notFound');
    if (alliance.releases.length > 0)
      throw new ServiceError('refused', {}, [
        { code: 'release.periodReleased', severity: 'error', path, values: { period } },
      ]);
    const jobId = await requestJob(tx, organizationId, 'publish-alliance-release', {
      organizationId,
      allianceId,
      period,
    });
    await recordAudit(tx, ctx, {
      action: 'alliance.requestRelease',
      subjectKind: 'Alliance',
      subjectId: allianceId,
      detail: { period },
    });
    return { jobId, period };
  });
}

/**
 * Job `publish-alliance-release`: asks every member that said yes for its own figures of the period, passes the sums
 * through the disclosure gate and freezes what passes. A period already released is left as it is.
 */
export async function publishAllianceRelease(
  runtime: Runtime,
  job: {
    readonly id: string;
    readonly organizationId: string;
    readonly allianceId: string;
    readonly period: string;
  },
): Promise<void> {
  const { organizationId, allianceId, period } = job;
  const ctx = systemContext(runtime, { id: organizationId, kind: 'association' }, job.id);
  const alliance = await inTenant(ctx, (tx) =>
    tx.alliance.findUnique({
      where: { organizationId_id: { organizationId, id: allianceId } },
      include: {
        members: {
          where: { joinedAt: { not: null }, leftAt: null },
          select: { member: { select: { id: true, kind: true } } },
          orderBy: { memberId: 'asc' },
        },
        releases: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
      },
    }),
  );
  if (!alliance) throw new ServiceError('notFound');
  if (alliance.releases.some((release) => release.period === period)) return;

  const members = [];
  for (const { member } of alliance.members) {
    const values = await contributeToAlliance(systemContext(runtime, member, job.id), {
      associationId: organizationId,
      allianceId,
      year: Number(period),
    });
    members.push({ id: member.id, values, groups: {} });
  }
  const release = releaseAllianceTotals({
    period,
    measures: allianceMeasures,
    dimensions: [],
    members,
    previous: alliance.releases.map(({ content }) => content as unknown as AllianceRelease),
    policy: defaultReleasePolicy,
  });
  if (!release.ok) throw new ServiceError('refused', {}, release.findings);
  await inTenant(ctx, async (tx) => {
    // One of two runs at once freezes the release; the other finds it there.
    const { count } = await tx.allianceRelease.createMany({
      data: {
        organizationId,
        allianceId,
        period,
        version: 1,
        content: release.value as unknown as Prisma.InputJsonObject,
        createdAt: runtime.clock(),
      },
      skipDuplicates: true,
    });
    if (count === 0) return;
    await recordAudit(tx, ctx, {
      action: 'alliance.release',
      subjectKind: 'Alliance',
      subjectId: allianceId,
      detail: { period },
    });
  });
}
