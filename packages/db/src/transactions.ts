import { clientOf, type Database } from './database.ts';
import type { Prisma } from './generated/client.ts';

/** Who acts: the organization whose rows are in reach, and the person, where one does. */
export interface Tenant {
  readonly organizationId: string;
  readonly userId: string | null;
}

type UnsafeQueries = '$executeRawUnsafe' | '$queryRawUnsafe';
type IdentityTables =
  | 'identityEvent'
  | 'invitationToken'
  | 'mail'
  | 'passwordCredential'
  | 'passwordReset'
  | 'rateLimit'
  | 'session';

/** A transaction that sees the rows of one organization, and nothing of identity's secrets. */
export type TenantTransaction = Omit<Prisma.TransactionClient, UnsafeQueries | IdentityTables | 'auditHead'>;
/** A transaction over people, secrets, memberships and organizations, and no tenant's data. */
export type IdentityTransaction = Pick<
  Prisma.TransactionClient,
  | IdentityTables
  | 'user'
  | 'membership'
  | 'organization'
  | 'invitation'
  | 'auditEvent'
  | 'outboxMessage'
  | '$queryRaw'
  | '$executeRaw'
>;
/** A transaction that sees every organization's outbox and the organizations' ids. */
export type RelayTransaction = Pick<
  Prisma.TransactionClient,
  'outboxMessage' | 'organization' | '$executeRaw'
>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What a transaction may differ in from the others. */
export interface TransactionLimits {
  /** After how long it is given up; 15 s where nothing is said. */
  readonly timeoutMs?: number;
}

/**
 * The only way to an organization's rows: one transaction whose first statement names the organization, for itself
 * alone, so that nothing is left behind in the pool. Keep it short; do no mail, file or network call inside.
 */
export function withTenant<Outcome>(
  database: Database,
  { organizationId, userId }: Tenant,
  work: (tx: TenantTransaction) => Promise<Outcome>,
  { timeoutMs }: TransactionLimits = {},
): Promise<Outcome> {
  return clientOf(database).$transaction(
    async (tx) => {
      await nameTenant(tx, { organizationId, userId });
      return work(tx);
    },
    timeoutMs === undefined ? {} : { timeout: timeoutMs },
  );
}

/**
 * A transaction as the identity role, for the identity services alone: people, credentials, sessions, memberships.
 * It cannot read an organization's data. `audited` names the organization in whose chain its audit rows go.
 */
export function withIdentity<Outcome>(
  database: Database,
  work: (tx: IdentityTransaction) => Promise<Outcome>,
  audited?: Tenant,
): Promise<Outcome> {
  return clientOf(database).$transaction(async (tx) => {
    if (audited) await nameTenant(tx, audited);
    await tx.$executeRaw`SET LOCAL ROLE slipstream_identity`;
    return work(tx);
  });
}

/** A transaction as the relay role, for the outbox relay and the sweepers alone. */
export function withRelay<Outcome>(
  database: Database,
  work: (tx: RelayTransaction) => Promise<Outcome>,
): Promise<Outcome> {
  return clientOf(database).$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL ROLE slipstream_relay`;
    return work(tx);
  });
}

/** Names the organization in force, for this transaction alone. */
async function nameTenant(tx: Prisma.TransactionClient, { organizationId, userId }: Tenant) {
  if (!uuid.test(organizationId)) throw new TypeError('A tenant needs the id of an organization');
  await tx.$executeRaw`SELECT set_config('app.organization_id', ${organizationId}, true),
    set_config('app.user_id', ${userId ?? ''}, true)`;
}
