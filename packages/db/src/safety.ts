import { clientOf, type Database } from './database.ts';

/** Why a database must not be served from. */
export const databaseFaults = [
  'serverTooOld',
  'roleIsSuperuser',
  'roleBypassesRowSecurity',
  'roleOwnsTables',
  'roleCreatesRoles',
  'notUtf8',
] as const;
export type DatabaseFault = (typeof databaseFaults)[number];

/** First releases of each major version without known holes in row-level security (CVE-2025-8713 and before). */
const oldestSafe: Readonly<Record<number, number>> = { 15: 150_014, 16: 160_010, 17: 170_006 };

/** Whether a `server_version_num` is safe to serve from. */
export function isSafeServerVersion(versionNumber: number): boolean {
  const major = Math.floor(versionNumber / 10_000);
  return major > 17 || versionNumber >= (oldestSafe[major] ?? Number.POSITIVE_INFINITY);
}

/**
 * What stands against serving from this database with this role. The role must be bound by row-level security:
 * neither owner of a table (also by membership), nor superuser, nor exempt.
 */
export async function findDatabaseFaults(database: Database): Promise<DatabaseFault[]> {
  const [facts] = await clientOf(database).$queryRaw<
    {
      version: number;
      superuser: boolean;
      bypass: boolean;
      createsRoles: boolean;
      owns: boolean;
      encoding: string;
    }[]
  >`SELECT current_setting('server_version_num')::int AS version,
      bool_or(rolsuper) AS superuser,
      bool_or(rolbypassrls) AS bypass,
      bool_or(rolcreaterole) AS "createsRoles",
      EXISTS (SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')
        AND pg_has_role(session_user, relowner, 'MEMBER')) AS owns,
      current_setting('server_encoding') AS encoding
    FROM pg_roles WHERE pg_has_role(session_user, oid, 'MEMBER')`;
  if (!facts) throw new Error('The database did not describe its own role.');
  const findings: [DatabaseFault, boolean][] = [
    ['serverTooOld', !isSafeServerVersion(facts.version)],
    ['roleIsSuperuser', facts.superuser],
    ['roleBypassesRowSecurity', facts.bypass],
    ['roleOwnsTables', facts.owns],
    ['roleCreatesRoles', facts.createsRoles],
    ['notUtf8', facts.encoding !== 'UTF8'],
  ];
  return findings.filter(([, found]) => found).map(([fault]) => fault);
}
