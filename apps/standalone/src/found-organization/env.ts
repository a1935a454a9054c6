import { type RuntimeSettings, runtimeSettings } from '@slipstream/services';

/** The settings of web and worker, which a founding needs as well. A wrong value is an error that names it. */
export function readEnv(): RuntimeSettings {
  return runtimeSettings.parse(process.env);
}
