import type {
  Database,
  MembershipRole,
  OrganizationKind,
  TenantTransaction,
  TransactionLimits,
} from '@slipstream/db';
import { withTenant } from '@slipstream/db';
import type { MailTransport } from '@slipstream/email';
import type { FileStore } from '@slipstream/storage';
import { ServiceError } from './errors.ts';

/** Writes one structured line. Never pass a secret, a figure or a person's data. */
export interface Log {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** What every verb is handed by its process: everything outside the rules, time included. */
export interface Runtime {
  readonly database: Database;
  readonly files: FileStore;
  readonly mail: MailTransport;
  readonly clock: () => Date;
  readonly log: Log;
  /** Where browsers find this installation, e.g. `https://carbon.example`, without a trailing slash. */
  readonly publicUrl: string;
}

/** The person who acts, in the organization they act for. A job acts with no person. */
export interface Actor {
  readonly organizationId: string;
  readonly organizationKind: OrganizationKind;
  readonly userId: string | null;
  readonly roles: readonly MembershipRole[];
  readonly sessionId: string | null;
}

/** What a verb of an organization needs: the runtime, who acts, and the request it belongs to. */
export interface ServiceContext extends Runtime {
  readonly actor: Actor;
  readonly requestId: string;
}

/** One transaction over the rows of the actor's organization. */
export function inTenant<Outcome>(
  ctx: ServiceContext,
  work: (tx: TenantTransaction) => Promise<Outcome>,
  limits: TransactionLimits = {},
): Promise<Outcome> {
  return withTenant(ctx.database, ctx.actor, work, limits);
}

/** Lets through whoever holds one of the roles; a job, acting for the organization itself, always. */
export function requireRole(ctx: ServiceContext, ...roles: readonly MembershipRole[]): void {
  const { userId, roles: held } = ctx.actor;
  if (userId !== null && !roles.some((role) => held.includes(role)))
    throw new ServiceError('permissionDenied');
}

/** The context of a job or of the system acting for an organization, with no person behind it. */
export function systemContext(
  runtime: Runtime,
  organization: { readonly id: string; readonly kind: OrganizationKind },
  requestId: string,
): ServiceContext {
  return {
    ...runtime,
    requestId,
    actor: {
      organizationId: organization.id,
      organizationKind: organization.kind,
      userId: null,
      roles: [],
      sessionId: null,
    },
  };
}
