import { publishAllianceRelease } from '@slipstream/services';
import type { Handle } from './handler.ts';

export const handlePublishAllianceRelease: Handle<'publish-alliance-release'> = (runtime, { id, payload }) =>
  publishAllianceRelease(runtime, { id, ...payload });
