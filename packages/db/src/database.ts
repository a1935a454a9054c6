import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client.ts';

const client = Symbol('client');

/** An open connection pool. Rows are reached only through `withTenant`, `withIdentity` and `withRelay`. */
export interface Database {
  readonly [client]: PrismaClient;
  close(): Promise<void>;
}

/** The client behind a database: for this package alone, and not exported by it. */
export function clientOf(database: Database): PrismaClient {
  return database[client];
}

/**
 * Opens a pool as the application role. A dropped connection is told to `onError` and replaced; without that
 * handler it would end the process. The server gives up a statement after 10 s, a lock after 3 s and a transaction
 * left idle after 15 s.
 */
export function openDatabase(options: {
  readonly url: string;
  readonly poolSize?: number;
  readonly statementTimeoutMs?: number;
  readonly onError: (error: Error) => void;
}): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: options.statementTimeoutMs ?? 10_000,
    lock_timeout: 3_000,
    idle_in_transaction_session_timeout: 15_000,
  });
  pool.on('error', options.onError);
  // Also while a connection is lent out: at no moment of its life may it be without a handler.
  pool.on('connect', (connection) => void connection.on('error', options.onError));
  const adapter = new PrismaPg(pool, { disposeExternalPool: true });
  const prisma = new PrismaClient({
    adapter,
    errorFormat: 'minimal',
    transactionOptions: { maxWait: 5_000, timeout: 15_000 },
  });
  return { [client]: prisma, close: () => prisma.$disconnect() };
}

/** Whether the database answers now. */
export async function isReady(database: Database): Promise<boolean> {
  try {
    await database[client].$queryRaw`SELECT 1`;
    return true;
  } catch {
    return false;
  }
}
