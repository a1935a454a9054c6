import pg from 'pg';

/** The role web and worker connect as; made by the migrations. */
export const applicationRole = 'slipstream_app';

/** Lets the application role sign in with `password`, and returns its URL on the database of `ownerUrl`. */
export async function enableApplicationRole(ownerUrl: string, password: string): Promise<string> {
  await connected(ownerUrl, (client) =>
    client.query(`ALTER ROLE ${applicationRole} LOGIN PASSWORD ${client.escapeLiteral(password)}`),
  );
  const url = new URL(ownerUrl);
  url.username = applicationRole;
  url.password = password;
  return url.href;
}

/**
 * On a server of one's own: makes the role that owns the tables (it may create roles, and is no superuser) and its
 * database where they are missing, and returns the owner's URL.
 */
export async function provisionDatabase(options: {
  readonly superuserUrl: string;
  readonly name: string;
  readonly ownerPassword: string;
}): Promise<string> {
  const { superuserUrl, name, ownerPassword } = options;
  const owner = 'slipstream_owner';
  await connected(superuserUrl, async (client) => {
    const password = client.escapeLiteral(ownerPassword);
    const { rowCount: ownerExists } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [owner]);
    await client.query(
      `${ownerExists ? 'ALTER' : 'CREATE'} ROLE ${owner} LOGIN CREATEROLE PASSWORD ${password}`,
    );
    const { rowCount: databaseExists } = await client.query('SELECT FROM pg_database WHERE datname = $1', [
      name,
    ]);
    if (!databaseExists)
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} OWNER ${owner}`);
  });
  const url = new URL(superuserUrl);
  url.username = owner;
  url.password = ownerPassword;
  url.pathname = `/${name}`;
  return url.href;
}

async function connected(url: string, work: (client: pg.Client) => Promise<unknown>) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
