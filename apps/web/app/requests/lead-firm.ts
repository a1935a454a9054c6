import type { ServiceContext } from '@slipstream/services';
import { data } from 'react-router';
import { requireContext } from '../door.ts';

/** The context of a member of a lead firm; for others these pages do not exist. */
export function requireLeadFirm(...args: Parameters<typeof requireContext>): ServiceContext {
  const ctx = requireContext(...args);
  if (ctx.actor.organizationKind !== 'leadFirm') throw data(null, { status: 404 });
  return ctx;
}
