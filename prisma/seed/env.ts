import { runtimeSettings } from '@slipstream/services';

/** The settings of web and worker, which start after the demo world is made. */
export const settings = runtimeSettings.parse(process.env);
