import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findBrowser } from './browser.ts';

const root = join(import.meta.dirname, '../../..');
const startMs = 300_000;

/**
 * Builds the pages and starts the product as `npm start` does, with the demo world in a data folder of its own on a
 * free port. Hands its address on in `E2E_URL`; what it returns stops it and removes the folder.
 */
export default async function startProduct(): Promise<() => Promise<void>> {
  process.env.E2E_BROWSER = findBrowser();
  const folder = mkdtempSync(join(tmpdir(), 'slipstream-e2e-'));
  // The database runs as an ordinary user where the test runs as root.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const { DATABASE_URL: _, REDIS_URL: __, ...inherited } = process.env;
  const product = spawn(process.execPath, [join(root, 'apps/standalone/src/main.ts')], {
    cwd: root,
    env: { ...inherited, PORT: String(port), DATA_FOLDER: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  product.stdout.on('data', (text: Buffer) => {
    said += text.toString();
  });
  const address = `http://127.0.0.1:${port}`;
  process.env.E2E_URL = address;
  process.env.E2E_DATA_FOLDER = folder;
  process.env.TEST_FILES_FOLDER = join(folder, 'test-files');
  const stop = async () => {
    if (product.exitCode === null) {
      console.log(`web process: ${await residentMegabytes(address)} MB resident after the walks`);
      const ended = new Promise((resolve) => product.once('exit', resolve));
      product.kill('SIGTERM');
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  const deadline = Date.now() + startMs;
  while (!said.includes('Slipstream is at')) {
    if (product.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`The product did not start.\n${said}`);
    }
    await wait(200);
  }
  return stop;
}

/** What the web process holds, by its own metrics; not known where it does not answer. */
async function residentMegabytes(address: string): Promise<string> {
  const metrics = await fetch(`${address}/metrics`).then(
    (answer) => answer.text(),
    () => '',
  );
  const bytes = Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1]);
  return Number.isFinite(bytes) ? String(Math.round(bytes / 1e6)) : 'unknown';
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
