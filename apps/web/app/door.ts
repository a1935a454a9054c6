import type { Finding } from '@slipstream/quantity';
import {
  contextOf,
  type ServiceContext,
  ServiceError,
  type ServiceErrorCode,
  type SignedIn,
} from '@slipstream/services';
import { data, type RouterContextProvider, redirect } from 'react-router';
import { doorContext } from './context.ts';
import { askedPage } from './own-path.ts';

/** The signed-in person, or a redirect to the sign-in page that comes back here. */
export function requireSignedIn(context: Readonly<RouterContextProvider>, request: Request): SignedIn {
  const { signedIn } = context.get(doorContext);
  if (signedIn?.membership) return signedIn;
  throw redirect(`/sign-in?returnTo=${encodeURIComponent(askedPage(request))}`);
}

/** What a verb needs: the signed-in person acting for the organization of this browser. */
export function requireContext(context: Readonly<RouterContextProvider>, request: Request): ServiceContext {
  const signedIn = requireSignedIn(context, request);
  const { runtime, visit } = context.get(doorContext);
  return contextOf(runtime, signedIn, { requestId: visit.requestId });
}

/** A refusal as a form shows it; the catalogs hold a sentence for every code. */
export interface Refusal {
  readonly code: ServiceErrorCode;
  readonly values: Readonly<Record<string, string | number>>;
  readonly findings: readonly Finding[];
}

const statusOf: Partial<Record<ServiceErrorCode, number>> = {
  notFound: 404,
  permissionDenied: 403,
  conflict: 409,
  tooManyAttempts: 429,
};

/** Turns a verb's refusal into the answer of an action; absent records become the page that cannot be found. */
export function refusal(error: unknown) {
  if (!(error instanceof ServiceError)) throw error;
  if (error.code === 'notFound') throw data(null, { status: 404 });
  const { code, values, findings } = error;
  const refused: Refusal = { code, values, findings };
  const headers: Record<string, string> =
    typeof values.retryAfterSeconds === 'number' ? { 'Retry-After': String(values.retryAfterSeconds) } : {};
  return data({ refused }, { status: statusOf[code] ?? 400, headers });
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The id an address names; what cannot be one is the page that cannot be found. */
export function idIn(param: string): string {
  if (!uuid.test(param)) throw data(null, { status: 404 });
  return param;
}

/** Runs a verb for a loader: what is absent, foreign or not on offer is the page that cannot be found. */
export async function found<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ServiceError && (error.code === 'notFound' || error.code === 'refused'))
      throw data(null, { status: 404 });
    throw error;
  }
}
