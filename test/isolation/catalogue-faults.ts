import type pg from 'pg';

/** Columns that name the organization a row belongs to, or one of the two it belongs to. */
const organizationColumns = [
  'organizationId',
  'dataOwnerId',
  'dataRecipientId',
  'associationId',
  'memberId',
  'invitedById',
];
/** Tables whose rows are never changed or removed by the application. */
const appendOnly = [
  'AuditEvent',
  'FootprintCalculation',
  'SuppliedFootprint',
  'SharedFootprint',
  'SupplierRequestEvent',
  'ShareAccess',
  'AllianceRelease',
  'IdentityEvent',
];
/** Functions that run as their owner, with a fixed search path and no right for anybody to call them. */
const ownerFunctions = ['append_audit_event'];
/** Identity keeps people apart by itself: policies of its role may be open. */
const openRoles = ['slipstream_identity', 'slipstream_relay'];

const queries: Readonly<Record<string, string>> = {
  rowSecurityOff: `
    SELECT relname FROM tables WHERE NOT relrowsecurity AND app_touches`,
  rowSecurityNotForced: `
    SELECT relname FROM tables WHERE relrowsecurity AND NOT relforcerowsecurity`,
  policyMissing: `
    SELECT relname || ' ' || command FROM tables, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) AS command
    WHERE relrowsecurity AND NOT EXISTS (SELECT FROM pg_policies p
      WHERE p.schemaname = 'public' AND p.tablename = relname AND p.cmd IN (command, 'ALL')
        AND p.roles && ARRAY['slipstream_app', 'public']::name[])`,
  policyAlwaysTrue: `
    SELECT tablename || ' ' || policyname FROM pg_policies
    WHERE schemaname = 'public' AND 'true' IN (qual, with_check) AND NOT (roles <@ $1::name[])`,
  viewRunsAsOwner: `
    SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'v'
      AND NOT coalesce(reloptions @> ARRAY['security_invoker=true'], false)`,
  materialisedViewReadable: `
    SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'm'
      AND has_table_privilege('slipstream_app', oid, 'SELECT')`,
  functionRunsAsOwner: `
    SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef
      AND (proname <> ALL ($2::text[]) OR proconfig IS NULL OR has_function_privilege('slipstream_app', oid, 'EXECUTE'))`,
  privilegeTooWide: `
    SELECT relname || ' ' || privilege FROM tables, unnest(ARRAY['TRUNCATE', 'REFERENCES', 'TRIGGER']) AS privilege,
      unnest(ARRAY['slipstream_app', 'slipstream_identity', 'slipstream_relay']) AS role
    WHERE has_table_privilege(role, oid, privilege)`,
  appendOnlyTableChangeable: `
    SELECT relname || ' ' || privilege FROM tables, unnest(ARRAY['UPDATE', 'DELETE']) AS privilege,
      unnest(ARRAY['slipstream_app', 'slipstream_identity', 'slipstream_relay']) AS role
    WHERE relname = ANY ($3::text[]) AND (has_table_privilege(role, oid, privilege)
      OR (privilege = 'UPDATE' AND has_any_column_privilege(role, oid, 'UPDATE')))`,
  schemaCreationAllowed: `
    SELECT nspname FROM pg_namespace WHERE nspname IN ('public', 'bullmq')
      AND has_schema_privilege('slipstream_app', nspname, 'CREATE')`,
  foreignKeyWithoutOrganization: `
    SELECT conrelid::regclass::text || ' ' || conname FROM pg_constraint
    WHERE contype = 'f' AND connamespace = 'public'::regnamespace
      AND tenant_table(conrelid) AND tenant_table(confrelid) AND confrelid <> '"Organization"'::regclass
      AND NOT columns_of(conrelid, conkey) && $4::text[]`,
  uniqueWithoutOrganization: `
    SELECT indrelid::regclass::text || ' ' || indexrelid::regclass::text FROM pg_index
    JOIN pg_class ON pg_class.oid = indrelid
    WHERE relnamespace = 'public'::regnamespace AND indisunique AND tenant_table(indrelid)
      AND NOT columns_of(indrelid, indkey::int2[]) && $4::text[]
      AND NOT (indisprimary AND columns_of(indrelid, indkey::int2[]) = ARRAY['id'])`,
  roleTooStrong: `
    SELECT rolname FROM pg_roles WHERE rolname LIKE 'slipstream\\_%' AND rolname <> 'slipstream_owner'
      AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR EXISTS (
        SELECT FROM tables WHERE pg_has_role(rolname, relowner, 'MEMBER')))`,
};

const helpers = `
  CREATE OR REPLACE FUNCTION pg_temp.columns_of(owner oid, numbers int2[]) RETURNS text[] LANGUAGE sql AS
    $$ SELECT coalesce(array_agg(attname::text ORDER BY attnum), '{}') FROM pg_attribute WHERE attrelid = owner AND attnum = ANY (numbers) $$;
  CREATE OR REPLACE FUNCTION pg_temp.tenant_table(owner oid) RETURNS boolean LANGUAGE sql AS
    $$ SELECT EXISTS (SELECT FROM pg_attribute WHERE attrelid = owner AND NOT attisdropped
        AND attname IN (${organizationColumns.map((column) => `'${column}'`).join(', ')})) $$;
  CREATE OR REPLACE TEMP VIEW tables AS
    SELECT oid, relname, relowner, relrowsecurity, relforcerowsecurity,
      has_table_privilege('slipstream_app', oid, 'SELECT, INSERT, UPDATE, DELETE')
        OR has_any_column_privilege('slipstream_app', oid, 'SELECT, INSERT, UPDATE') AS app_touches
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
      AND relname <> '_prisma_migrations'`;

/** What the catalogue allows that it should not: one line a hole, e.g. \`policyMissing Part UPDATE\`. */
export async function findCatalogueFaults(client: pg.Client): Promise<string[]> {
  await client.query(helpers);
  const parameters = [openRoles, ownerFunctions, appendOnly, organizationColumns];
  const faults: string[] = [];
  for (const [name, sql] of Object.entries(queries)) {
    const used = [1, 2, 3, 4].filter((number) => sql.includes(`$${number}`));
    const renumbered = used.reduce(
      (text, number, index) => text.replaceAll(`$${number}`, `$${index + 1}`),
      sql,
    );
    const qualified = renumbered
      .replaceAll('tenant_table(', 'pg_temp.tenant_table(')
      .replaceAll('columns_of(', 'pg_temp.columns_of(');
    const { rows } = await client.query({
      text: qualified,
      values: used.map((number) => parameters[number - 1]),
      rowMode: 'array',
    });
    for (const [place] of rows) faults.push(`${name} ${String(place).replaceAll('"', '')}`);
  }
  return faults;
}
