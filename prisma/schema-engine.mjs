#!/usr/bin/env node
/**
 * Prisma's schema engine without its native binary. The Prisma command line starts the engine named by
 * PRISMA_SCHEMA_ENGINE_BINARY and talks JSON-RPC to it, a line a message; this program gives the same answers with
 * the engine's published WebAssembly build and the pg driver, so `prisma migrate` needs no download.
 * For development only: the application applies migrations by itself (packages/db/src/migrate.ts).
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as engineGlue from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

const catalogCharType = 18; // "char", the one-byte type of PostgreSQL's own catalogs
const textType = 25;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { datamodels: { type: 'string', multiple: true }, datasource: { type: 'string' } },
});
const databaseUrl = options.datasource ? JSON.parse(String(options.datasource)).url : undefined;

/** The command line reads its diagnostics from standard error, one JSON object a line. */
function report(level, fields) {
  const line = { timestamp: new Date().toISOString(), level, target: 'schema_engine', fields };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

/** Connection options of a database on the server of the URL. A connection string would win over `database`. */
function connectionOptions(database) {
  if (!databaseUrl) return { host: '127.0.0.1', port: 1, database: 'none' };
  const url = new URL(databaseUrl);
  return {
    host: url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: database ?? decodeURIComponent(url.pathname.slice(1)),
    ssl: /^(require|verify-)/.test(url.searchParams.get('sslmode') ?? '') || undefined,
  };
}

async function query(database, makeSql) {
  const client = new pg.Client(connectionOptions(database));
  await client.connect();
  try {
    await client.query(makeSql(client));
  } finally {
    await client.end();
  }
}
const createDatabase = (name) => query('postgres', (c) => `CREATE DATABASE ${c.escapeIdentifier(name)}`);
const dropDatabase = (name) =>
  query('postgres', (c) => `DROP DATABASE IF EXISTS ${c.escapeIdentifier(name)} WITH (FORCE)`);

/** A driver error in the words of the command line, which shows its own advice for codes it knows. */
function describe(error) {
  const { host, port, database } = connectionOptions();
  switch (error?.code) {
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
      return { error_code: 'P1001', message: `Can't reach database server at \`${host}:${port}\`` };
    case '3D000':
      return { error_code: 'P1003', message: `Database \`${database}\` does not exist` };
    case '28P01':
    case '28000':
      return { error_code: 'P1000', message: 'Authentication failed against the database server' };
    default:
      return {
        error_code: /^P\d{4}$/.test(error?.code ?? '') ? error.code : undefined,
        message: error?.message ?? String(error),
      };
  }
}

/** The driver adapter with two of its habits changed to what the engine expects. */
function adjusted(adapter) {
  const { queryRaw, performIO } = Object.getPrototypeOf(Object.getPrototypeOf(adapter));
  // The engine reads "char" columns of the catalogs and needs them as Character; the adapter refuses them.
  adapter.queryRaw = async (sqlQuery) => {
    const characterColumns = [];
    const readingCharacters = async (inner) => {
      const answer = await performIO.call(adapter, inner);
      answer.fields.forEach((field, index) => {
        if (field.dataTypeID !== catalogCharType) return;
        field.dataTypeID = textType;
        characterColumns.push(index);
      });
      return answer;
    };
    const answer = await queryRaw.call(
      Object.create(adapter, { performIO: { value: readingCharacters } }),
      sqlQuery,
    );
    for (const index of characterColumns) answer.columnTypes[index] = ColumnTypeEnum.Character;
    return answer;
  };
  // The adapter cuts scripts at every semicolon, also inside function bodies; the server takes them whole.
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(script);
    } catch (error) {
      adapter.onError(error);
    }
  };
  return adapter;
}

const adapterFactory = {
  provider: 'postgres',
  adapterName: '@prisma/adapter-pg',
  async connect(database) {
    return adjusted(await new PrismaPg(connectionOptions(database)).connect());
  },
  async connectToShadowDb() {
    const name = `prisma_shadow_${crypto.randomUUID()}`;
    await createDatabase(name);
    const adapter = await this.connect(name);
    const closePool = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      await closePool();
      await dropDatabase(name);
    };
    return adapter;
  },
};

/** `schema-engine cli <command>`: asked before a migration, answered by exit code and one line. */
async function runDatabaseCommand(command) {
  report('INFO', { message: 'schema engine' }); // the command line drops the first line it reads
  const { database } = connectionOptions();
  try {
    if (command === 'create-database') await createDatabase(database);
    else if (command === 'drop-database') await dropDatabase(database);
    else await query(undefined, () => 'SELECT 1');
  } catch (error) {
    report('ERROR', { is_panic: false, ...describe(error) });
    process.exitCode = 1;
  }
}

async function startEngine() {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const bytes = readFileSync(join(folder, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': engineGlue });
  engineGlue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start?.();
  const datamodels = options.datamodels?.map((file) => [file, readFileSync(String(file), 'utf8')]);
  const ignoreLog = () => {};
  return engineGlue.SchemaEngine.new(
    { datamodels },
    ignoreLog,
    bindMigrationAwareSqlAdapterFactory(adapterFactory),
  );
}

/** Answers requests in order until the command line closes the pipe. */
function serve() {
  let lastPanic;
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => {
      lastPanic = message;
    },
  };
  process.on('uncaughtException', (error) => {
    report('ERROR', { is_panic: true, message: lastPanic ?? String(error?.stack ?? error) });
    process.exit(101);
  });

  const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  let engine;
  const call = async (method, params) => {
    if (method === 'createDatabase') {
      const databaseName = connectionOptions().database;
      await createDatabase(databaseName);
      return { databaseName };
    }
    engine ??= startEngine();
    return (await engine)[method === 'getDatabaseVersion' ? 'version' : method](params);
  };
  const answer = async ({ id, method, params }) => {
    try {
      let result = await call(method, params);
      if (method === 'diff' && result?.stdout) {
        send({ id: `print-${id}`, method: 'print', params: { content: result.stdout } });
        result = { ...result, stdout: null };
      }
      send({ id, result: result ?? {} });
    } catch (error) {
      const data = { is_panic: false, meta: null, ...describe(error) };
      send({ id, error: { code: 4466, message: 'The schema engine refused', data } });
    }
  };

  let pending = Promise.resolve();
  createInterface({ input: process.stdin })
    .on('line', (line) => {
      const message = JSON.parse(line);
      if (message.method) pending = pending.then(() => answer(message));
    })
    .on('close', () => pending.then(() => process.exit(0)));
}

if (positionals[0] === 'cli') await runDatabaseCommand(positionals[1]);
else serve();
