import {
  contextOf,
  type Runtime,
  readSession,
  type ServiceContext,
  ServiceError,
  type SignedIn,
} from '@slipstream/services';
import type { StreamLimit } from './stream-limit.ts';
import type { EventSources } from './topics.ts';

/** Who calls, and in which of their organizations: the one the page they look at shows. */
export interface ApiCaller {
  readonly sessionToken: string | undefined;
  /** Who the token belongs to as the call comes in. */
  readonly signedIn: SignedIn | undefined;
  readonly organizationId: string;
  readonly requestId: string;
}

/** What a procedure is handed. */
export interface ApiContext extends EventSources {
  readonly ctx: ServiceContext;
  /** The caller as they stand now, for what runs on: refused once they have signed out or left. */
  readonly renew: () => Promise<ServiceContext>;
  readonly streams: StreamLimit;
}

/** Lets a signed-in person in, acting for an organization they belong to; throws `ServiceError` for anybody else. */
export function openApiContext(
  host: { readonly runtime: Runtime } & Pick<ApiContext, keyof EventSources | 'streams'>,
  caller: ApiCaller,
): ApiContext {
  const { sessionToken, organizationId, requestId } = caller;
  const actingFor = (signedIn: SignedIn | undefined) => {
    if (!signedIn) throw new ServiceError('notSignedIn');
    return contextOf(host.runtime, signedIn, { requestId, organizationId });
  };
  const renew = async () => actingFor(await readSession(host.runtime, sessionToken, { isByItself: true }));
  const { jobEvents, newsEvents, streams } = host;
  return { ctx: actingFor(caller.signedIn), renew, jobEvents, newsEvents, streams };
}
