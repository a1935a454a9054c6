import { makeLog, openRuntime } from '@slipstream/services';
import { settings } from './env.ts';
import { makeDemoWorld } from './world.ts';

const runtime = await openRuntime(settings, makeLog('seed', 'warn'));
try {
  await makeDemoWorld(runtime);
} finally {
  await runtime.close();
}
