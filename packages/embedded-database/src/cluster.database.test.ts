import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, it } from 'vitest';
import { type ClusterError, removeCluster, startCluster } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'slipstream-cluster-'));
chmodSync(folder, 0o755);
afterAll(async () => {
  await removeCluster({ folder });
  rmSync(folder, { recursive: true, force: true });
});

async function ask<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  client.on('error', () => {});
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

it('makes a cluster that can search Chinese, survives kill -9 and keeps its data', async () => {
  const cluster = await startCluster({ folder });
  expect(cluster.isNew).toBe(true);
  const url = cluster.url('postgres');
  const [settings] = await ask(url, 'SHOW server_encoding');
  expect(settings).toEqual({ server_encoding: 'UTF8' });
  await ask(url, 'CREATE EXTENSION pg_trgm');
  const [trigrams] = await ask<{ show_trgm: string[] }>(url, `SELECT show_trgm('供應鏈')`);
  expect(trigrams?.show_trgm).not.toEqual([]);
  await ask(url, 'CREATE TABLE kept AS SELECT 42 AS answer');

  const [postmaster] = readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(postmaster), 'SIGKILL');
  const again = await startCluster({ folder });
  expect(again.isNew).toBe(false);
  expect(await ask(again.url('postgres'), 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);

  const takenOver = await startCluster({ folder });
  expect(takenOver.port).toBe(again.port);
  await again.stop();
});

it('wants the password, also on the loopback address', async () => {
  const cluster = await startCluster({ folder });
  const url = new URL(cluster.url('postgres'));
  url.password = 'guess';
  await expect(ask(url.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  await cluster.stop();
});

it('says that a half-written folder is one', async () => {
  await (await startCluster({ folder })).stop();
  unlinkSync(join(folder, 'postgres/PG_VERSION'));
  await expect(startCluster({ folder })).rejects.toMatchObject({
    code: 'folderIncomplete',
  } satisfies Partial<ClusterError>);
});

it.runIf(process.getuid?.() === 0)('works for root below a folder only root may enter', async () => {
  const closed = mkdtempSync(join(tmpdir(), 'slipstream-closed-'));
  chmodSync(closed, 0o700);
  const cluster = await startCluster({ folder: closed });
  expect(await ask(cluster.url('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await removeCluster({ folder: closed });
  await expect(ask(cluster.url('postgres'), 'SELECT 1')).rejects.toThrow();
  execFileSync('rmdir', [closed]);
});
