import { remindSuppliers } from '@slipstream/services';
import type { Handle } from './handler.ts';

/** Once an hour, in one worker. */
export const handleRemindSuppliers: Handle<'remind-suppliers'> = async (runtime) => {
  await remindSuppliers(runtime);
};
