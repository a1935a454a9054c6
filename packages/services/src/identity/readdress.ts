import { type OrganizationKind, type TenantTransaction, withTenant } from '@slipstream/db';
import { recordAudit } from '../audit.ts';
import { type Runtime, type ServiceContext, systemContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { replaceSupplier } from '../product-system/replace-supplier.ts';
import type { SignedIn } from './session.ts';

/**
 * The kinds of organizations that may answer in the place of the one an inviter named: suppliers, and where an
 * association invites into its alliance, lead firms too.
 */
export function kindsThatAnswer(invitedByKind: OrganizationKind): readonly OrganizationKind[] {
  return invitedByKind === 'association' ? ['supplier', 'leadFirm'] : ['supplier'];
}

/**
 * Points the inviter's relation, its unanswered requests, its drawings and its offer of an alliance from the
 * organization it named to the one the invited person already works for. Done for the inviter, whose invitation this
 * is; done twice it changes nothing more. `notFound` unless the person owns that organization.
 */
export async function readdress(
  runtime: Runtime,
  signedIn: SignedIn | undefined,
  parties: {
    readonly invitedById: string;
    readonly invitedByKind: OrganizationKind;
    readonly from: string;
    readonly to: string;
  },
  requestId: string,
): Promise<void> {
  const { invitedById, invitedByKind, from, to } = parties;
  const membership = signedIn?.memberships.find(({ organizationId }) => organizationId === to);
  const kind = membership?.organizationKind;
  const answers = kind !== undefined && kindsThatAnswer(invitedByKind).includes(kind);
  // An invitation among colleagues names nobody who could be answered for.
  if (!answers || !membership?.roles.includes('owner') || invitedById === from)
    throw new ServiceError('notFound');
  const ctx = systemContext(runtime, { id: invitedById, kind: invitedByKind }, requestId);
  await withTenant(runtime.database, { organizationId: invitedById, userId: null }, async (tx) => {
    await readdressAlliance(tx, { associationId: invitedById, from, to, role: kind }, ctx.clock());
    if (kind !== 'supplier') return;
    const [named, known] = [await relationTo(tx, from), await relationTo(tx, to)];
    if (named && known) await joinRelations(tx, ctx, named.id, known.id);
    else if (named)
      await tx.supplierRelation.updateMany({ where: { id: named.id }, data: { supplierId: to } });
    const moved = await tx.supplierRequest.updateMany({
      where: { dataRecipientId: invitedById, dataOwnerId: from },
      data: { dataOwnerId: to },
    });
    if (!named && moved.count === 0) return;
    await replaceSupplier(tx, ctx, { from, to });
    await recordAudit(tx, ctx, {
      action: 'supplierRelation.readdress',
      subjectKind: 'Organization',
      subjectId: to,
      detail: { from },
    });
  });
}

/** Offers to `to` what was offered to `from`, again where it had left; where it has joined it stays joined. */
async function readdressAlliance(
  tx: TenantTransaction,
  offer: {
    readonly associationId: string;
    readonly from: string;
    readonly to: string;
    readonly role: OrganizationKind;
  },
  at: Date,
): Promise<void> {
  const { associationId, from, to, role } = offer;
  const offered = await tx.allianceMember.findMany({
    where: { associationId, memberId: from, joinedAt: null, leftAt: null },
    select: { allianceId: true },
  });
  for (const { allianceId } of offered) {
    await tx.allianceMember.updateMany({
      where: { associationId, allianceId, memberId: to, leftAt: { not: null } },
      data: { joinedAt: null, leftAt: null },
    });
    await tx.allianceMember.createMany({
      data: { associationId, allianceId, memberId: to, role, invitedAt: at },
      skipDuplicates: true,
    });
    await tx.allianceMember.deleteMany({ where: { associationId, allianceId, memberId: from } });
  }
}

function relationTo(tx: TenantTransaction, supplierId: string) {
  return tx.supplierRelation.findFirst({ where: { supplierId }, select: { id: true } });
}

/** Makes one relation of two that turn out to be the same firm: what the second supplies, the first supplies. */
async function joinRelations(tx: TenantTransaction, ctx: ServiceContext, second: string, first: string) {
  const { organizationId } = ctx.actor;
  const supplies = await tx.partSupply.findMany({ where: { supplierRelationId: { in: [first, second] } } });
  const ofFirst = new Map(
    supplies.filter((one) => one.supplierRelationId === first).map((one) => [one.partId, one]),
  );
  for (const { partId, volumeShare, annualVolume, supplierRelationId } of supplies) {
    if (supplierRelationId !== second) continue;
    const present = ofFirst.get(partId);
    const sum = (one: typeof annualVolume, other: typeof annualVolume | undefined) =>
      one && other ? one.plus(other) : (other ?? one);
    const volumes = {
      volumeShare: sum(volumeShare, present?.volumeShare),
      annualVolume: sum(annualVolume, present?.annualVolume),
    };
    await tx.partSupply.upsert({
      where: {
        organizationId_partId_supplierRelationId: { organizationId, partId, supplierRelationId: first },
      },
      create: { organizationId, partId, supplierRelationId: first, ...volumes },
      update: volumes,
    });
  }
  await tx.bomLine.updateMany({
    where: { organizationId, supplierRelationId: second },
    data: { supplierRelationId: first },
  });
  await tx.supplierRelation.deleteMany({ where: { organizationId, id: second } });
}
