import { withRelay } from '@slipstream/db';
import { inTenant, type Runtime, systemContext } from '../context.ts';
import { recalculateProductSystem } from './recalculate.ts';

/** Older than this, a stale product system has lost its job. */
const lostAfterMs = 2 * 60_000;
const mostAtOnce = 50;

/**
 * Calculates what was left stale, whatever became of its job; returns how many. A failure of one is logged and does
 * not keep the others.
 */
export async function sweepStaleProductSystems(runtime: Runtime): Promise<number> {
  const before = new Date(runtime.clock().getTime() - lostAfterMs);
  const organizations = await withRelay(runtime.database, (tx) =>
    tx.organization.findMany({ select: { id: true } }),
  );
  let swept = 0;
  for (const { id } of organizations) {
    const ctx = systemContext(runtime, { id, kind: 'leadFirm' }, 'sweep');
    const stale = await inTenant(ctx, (tx) =>
      tx.productSystem.findMany({
        where: { organizationId: id, staleSince: { lt: before } },
        select: { id: true },
        take: mostAtOnce,
      }),
    );
    for (const system of stale) {
      await recalculateProductSystem(ctx, { productSystemId: system.id }).then(
        () => swept++,
        (error) => runtime.log.error({ err: error, productSystemId: system.id }, 'A sweep failed'),
      );
    }
  }
  return swept;
}
