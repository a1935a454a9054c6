import { type TenantTransaction, withTenant } from '@slipstream/db';
import { recordAudit } from '../audit.ts';
import { type Runtime, type ServiceContext, systemContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { replaceSupplier } from '../product-system/replace-supplier.ts';
import type { SignedIn } from './session.ts';

/**
 * Points the inviter's relation, its unanswered requests and its drawings from the supplier it named to the one the
 * invited person already works for. Done for the inviter, whose invitation this is; done twice it changes nothing
 * more. `notFound` unless the person owns that supplier.
 */
export async function readdress(
  runtime: Runtime,
  signedIn: SignedIn | undefined,
  parties: { readonly invitedById: string; readonly from: string; readonly to: string },
  requestId: string,
): Promise<void> {
  const { invitedById, from, to } = parties;
  const membership = signedIn?.memberships.find(({ organizationId }) => organizationId === to);
  // An invitation among colleagues names nobody who could be answered for.
  if (
    membership?.organizationKind !== 'supplier' ||
    !membership.roles.includes('owner') ||
    invitedById === from
  )
    throw new ServiceError('notFound');
  const ctx = systemContext(runtime, { id: invitedById, kind: 'leadFirm' }, requestId);
  await withTenant(runtime.database, { organizationId: invitedById, userId: null }, async (tx) => {
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
