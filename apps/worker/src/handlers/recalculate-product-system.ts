import { recalculateProductSystem, systemContext } from '@slipstream/services';
import type { Handle } from './handler.ts';

export const handleRecalculateProductSystem: Handle<'recalculate-product-system'> = (
  runtime,
  { id, payload },
) =>
  recalculateProductSystem(
    systemContext(runtime, { id: payload.organizationId, kind: 'leadFirm' }, id),
    payload,
  );
