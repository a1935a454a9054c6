import type { Finding } from '@slipstream/quantity';

/** Every way a verb refuses, translated by its code in the message catalogs. */
export const serviceErrorCodes = [
  /** Absent, or not the caller's to see: the same answer for both. */
  'notFound',
  /** The caller's role in its own organization does not allow it. */
  'permissionDenied',
  'notSignedIn',
  /** The record moved on since the caller read it. */
  'conflict',
  /** The findings say what is wrong, and where. */
  'refused',
  'tooManyAttempts',
  'signInFailed',
  'linkInvalid',
  /** The invited address has an account: sign in with it, then accept. */
  'signInToAccept',
  /** Signed in as somebody else than the invitation names. */
  'invitedSomebodyElse',
  'passwordTooShort',
  'passwordTooLong',
  'passwordIsEmail',
  'lastOwner',
  'emailTaken',
  'fileTooLarge',
] as const;
export type ServiceErrorCode = (typeof serviceErrorCodes)[number];

/** A refusal a person can act on. Carries no prose; `values` fill the message of its code. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly code: ServiceErrorCode;
  readonly values: Readonly<Record<string, string | number>>;
  readonly findings: readonly Finding[];
  constructor(
    code: ServiceErrorCode,
    values: Readonly<Record<string, string | number>> = {},
    findings: readonly Finding[] = [],
  ) {
    super(code);
    this.code = code;
    this.values = values;
    this.findings = findings;
  }
}
