import { expect, it } from 'vitest';
import { useDatabase } from '../../../test/support/database.ts';
import { makeOrganization } from '../../../test/support/factories.ts';
import { findDatabaseFaults, openDatabase, Prisma, withIdentity, withTenant } from './index.ts';

const { database, superuser } = useDatabase();

it('a tenant sees its own rows and writes none for another', async () => {
  const one = await makeOrganization(database);
  const other = await makeOrganization(database);
  const product = { code: 'P-1', name: 'H 型鋼', declaredUnit: 't' };
  await withTenant(database, one, (tx) =>
    tx.product.create({ data: { ...product, organizationId: one.organizationId } }),
  );
  expect(await withTenant(database, one, (tx) => tx.product.count())).toBe(1);
  expect(await withTenant(database, other, (tx) => tx.product.count())).toBe(0);
  await expect(
    withTenant(database, other, (tx) =>
      tx.product.create({ data: { ...product, organizationId: one.organizationId } }),
    ),
  ).rejects.toThrow(/row-level security/);
});

it('identity reads no product, a tenant reads no secret', async () => {
  await expect(withIdentity(database, (tx) => tx.$queryRaw`SELECT count(*) FROM "Product"`)).rejects.toThrow(
    /permission denied/,
  );
  const tenant = await makeOrganization(database);
  for (const table of [
    'Session',
    'PasswordCredential',
    'PasswordReset',
    'InvitationToken',
    'RateLimit',
    'Mail',
  ])
    await expect(
      withTenant(database, tenant, (tx) => tx.$queryRaw(Prisma.raw(`SELECT count(*) FROM "${table}"`))),
    ).rejects.toThrow(/permission denied/);
});

it('refuses an id that is none', async () => {
  await expect(withTenant(database, { organizationId: '', userId: null }, async () => 1)).rejects.toThrow(
    TypeError,
  );
});

it('the application role is bound by row-level security; the superuser is refused', async () => {
  expect(await findDatabaseFaults(database)).toEqual([]);
  const { host, port, user, password, database: name } = superuser;
  const asSuperuser = openDatabase({
    url: `postgresql://${user}:${password}@${host}:${port}/${name}`,
    onError: () => {},
  });
  expect(await findDatabaseFaults(asSuperuser)).toEqual(
    expect.arrayContaining(['roleIsSuperuser', 'roleBypassesRowSecurity', 'roleOwnsTables']),
  );
  await asSuperuser.close();
});

it('audit rows are numbered and chained, and a change is found', async () => {
  const tenant = await makeOrganization(database);
  const note = (action: string) =>
    withTenant(database, tenant, (tx) =>
      tx.auditEvent.create({
        data: {
          organizationId: tenant.organizationId,
          actorUserId: tenant.userId,
          action,
          subjectKind: 'Product',
        },
      }),
    );
  await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(note));
  const faults = () =>
    withTenant(
      database,
      tenant,
      (tx) => tx.$queryRaw<{ sequence: bigint }[]>`SELECT * FROM audit_chain_faults()`,
    );
  expect(await faults()).toEqual([]);
  await superuser.query(
    `UPDATE "AuditEvent" SET action = 'forged' WHERE "organizationId" = $1 AND sequence = 3`,
    [tenant.organizationId],
  );
  expect(await faults()).toEqual([{ sequence: 3n }]);
  await superuser.query(`DELETE FROM "AuditEvent" WHERE "organizationId" = $1 AND sequence = 5`, [
    tenant.organizationId,
  ]);
  expect(await faults()).toEqual([{ sequence: 3n }, { sequence: 6n }]);
});
