import type { Finding } from '@slipstream/quantity';
import { ServiceError, type ServiceErrorCode } from '@slipstream/services';
import { TRPCError } from '@trpc/server';

type ApiErrorCode = TRPCError['code'];

const codeOf: Partial<Record<ServiceErrorCode, ApiErrorCode>> = {
  notFound: 'NOT_FOUND',
  permissionDenied: 'FORBIDDEN',
  notSignedIn: 'UNAUTHORIZED',
  conflict: 'CONFLICT',
  tooManyAttempts: 'TOO_MANY_REQUESTS',
  fileTooLarge: 'PAYLOAD_TOO_LARGE',
};

/** A refusal as a page gets it; the message catalogs hold a sentence for every code. */
export interface ApiRefusal {
  readonly code: ServiceErrorCode;
  readonly values: Readonly<Record<string, string | number>>;
  readonly findings: readonly Finding[];
}

/** The one translation of what a verb throws; what is no refusal stays as it is. */
export function apiErrorOf(error: unknown): unknown {
  if (!(error instanceof ServiceError)) return error;
  return new TRPCError({ code: codeOf[error.code] ?? 'BAD_REQUEST', message: error.code, cause: error });
}

/**
 * The refusal an error carries. Input that does not fit its schema is `refused`; null for a failure of ours, of which
 * nothing is said outside.
 */
export function refusalIn(error: TRPCError): ApiRefusal | null {
  if (error.cause instanceof ServiceError) {
    const { code, values, findings } = error.cause;
    return { code, values, findings };
  }
  if (error.code === 'NOT_FOUND') return { code: 'notFound', values: {}, findings: [] };
  return error.code === 'INTERNAL_SERVER_ERROR' ? null : { code: 'refused', values: {}, findings: [] };
}
