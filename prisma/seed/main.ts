import { makeLog, openRuntime } from '@slipstream/services';
import { keepReaderReady } from '../../apps/worker/src/workbook-process/reader.ts';
import { settings } from './env.ts';
import { makeDemoWorld } from './world.ts';

const runtime = await openRuntime(settings, makeLog('seed', 'warn'));
keepReaderReady();
try {
  await makeDemoWorld(runtime);
} finally {
  await runtime.close();
}
