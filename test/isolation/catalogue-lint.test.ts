import { expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { findCatalogueFaults } from './catalogue-faults.ts';

/** I8: reads the catalogue of the migrated database, and then shows that each rule can fail. */
const { superuser } = useDatabase();

it('finds no hole in the migrated schema', async () => {
  expect(await findCatalogueFaults(superuser)).toEqual([]);
});

it.each([
  [
    'a new table without policies',
    'CREATE TABLE "Leak" ("organizationId" uuid); GRANT SELECT ON "Leak" TO slipstream_app',
    'rowSecurityOff Leak',
  ],
  [
    'row security not forced',
    'ALTER TABLE "Product" NO FORCE ROW LEVEL SECURITY',
    'rowSecurityNotForced Product',
  ],
  ['a policy dropped', 'DROP POLICY app_update ON "Part"', 'policyMissing Part UPDATE'],
  [
    'a policy that lets everybody',
    'CREATE POLICY oops ON "Part" FOR SELECT TO slipstream_app USING (true)',
    'policyAlwaysTrue Part oops',
  ],
  ['a view that runs as its owner', 'CREATE VIEW "Peek" AS SELECT * FROM "Product"', 'viewRunsAsOwner Peek'],
  [
    'a materialised view the application reads',
    'CREATE MATERIALIZED VIEW "Stale" AS SELECT * FROM "Product"; GRANT SELECT ON "Stale" TO slipstream_app',
    'materialisedViewReadable Stale',
  ],
  [
    'a function that runs as its owner',
    'CREATE FUNCTION peek() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS $$ SELECT count(*) FROM "Product" $$',
    'functionRunsAsOwner peek',
  ],
  [
    'truncation granted',
    'GRANT TRUNCATE ON "Product" TO slipstream_app',
    'privilegeTooWide Product TRUNCATE',
  ],
  ['creation granted', 'GRANT CREATE ON SCHEMA public TO slipstream_app', 'schemaCreationAllowed public'],
  [
    'a foreign key past the organization',
    'ALTER TABLE "Part" ADD COLUMN "productId" uuid, ADD UNIQUE ("id"); ALTER TABLE "BomLine" ADD FOREIGN KEY ("partId") REFERENCES "Part" ("id")',
    'foreignKeyWithoutOrganization BomLine',
  ],
  [
    'a uniqueness across organizations',
    'CREATE UNIQUE INDEX oracle ON "SupplierRelation" ("taxNumber")',
    'uniqueWithoutOrganization SupplierRelation oracle',
  ],
  ['secrets readable by tenants', 'GRANT SELECT ON "Session" TO slipstream_app', 'rowSecurityOff Session'],
  [
    'an audit row that can be changed',
    'GRANT UPDATE ON "AuditEvent" TO slipstream_app',
    'appendOnlyTableChangeable AuditEvent UPDATE',
  ],
  ['the application role exempt', 'ALTER ROLE slipstream_app BYPASSRLS', 'roleTooStrong slipstream_app'],
])('%s is found', async (_name, sabotage, fault) => {
  await superuser.query('BEGIN');
  try {
    await superuser.query(sabotage);
    expect((await findCatalogueFaults(superuser)).join('\n')).toContain(fault);
  } finally {
    await superuser.query('ROLLBACK');
  }
});
