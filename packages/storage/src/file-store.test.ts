import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  FileMissingError,
  type FileStore,
  FileTooLargeError,
  openDiskStore,
  openObjectStore,
} from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'slipstream-store-'));
const objects = new Map<string, Buffer>();
const unsigned: string[] = [];
let server: Server;
let endpoint = '';

/** As much of an object store as the client needs: it wants a signature of the right key, and a length. */
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const path = request.url ?? '';
    if (!/^AWS4-HMAC-SHA256 Credential=key-id\//.test(request.headers.authorization ?? ''))
      unsigned.push(path);
    if (request.method === 'PUT') {
      if (!request.headers['content-length']) response.writeHead(411).end();
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      objects.set(path, Buffer.concat(chunks));
      response.end();
    } else if (request.method === 'DELETE') {
      objects.delete(path);
      response.writeHead(204).end();
    } else {
      const object = objects.get(path);
      response.writeHead(object ? 200 : 404).end(object);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address === 'object' && address) endpoint = `http://127.0.0.1:${address.port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const open: Record<string, () => FileStore> = {
  disk: () => openDiskStore(folder),
  'object store': () =>
    openObjectStore({
      endpoint,
      bucket: 'evidence',
      region: 'us-east-1',
      accessKeyId: 'key-id',
      secretAccessKey: 'key-secret',
    }),
};

async function* pieces(count: number, size: number) {
  for (let index = 0; index < count; index += 1) yield new Uint8Array(size).fill(index);
}

describe.each(Object.keys(open))('files on %s', (kind) => {
  const store = () => (open[kind] as () => FileStore)();

  it('come back byte for byte, with their hash and length', async () => {
    const files = store();
    const stored = await files.put(pieces(40, 70_000), { maxBytes: 2_800_000 });
    const back = Buffer.from(await new Response(await files.get(stored.key)).arrayBuffer());
    expect(stored.byteLength).toBe(2_800_000);
    expect(back.length).toBe(2_800_000);
    expect(createHash('sha256').update(back).digest('hex')).toBe(stored.sha256);
    await files.remove(stored.key);
    await expect(files.get(stored.key)).rejects.toThrow(FileMissingError);
    await files.remove(stored.key);
  });

  it('of one byte too many leave nothing behind', async () => {
    const before = readdirSync(folder, { recursive: true }).length + objects.size;
    await expect(store().put(pieces(2, 500), { maxBytes: 999 })).rejects.toThrow(FileTooLargeError);
    expect(readdirSync(folder, { recursive: true }).length + objects.size).toBe(before);
  });

  it('whose sender goes away leave nothing behind', async () => {
    async function* broken() {
      yield new Uint8Array(100);
      throw new Error('the sender went away');
    }
    const before = readdirSync(folder, { recursive: true }).length + objects.size;
    await expect(store().put(broken(), { maxBytes: 1000 })).rejects.toThrow('went away');
    expect(readdirSync(folder, { recursive: true }).length + objects.size).toBe(before);
  });

  it.each(['', '../etc/passwd', 'ab/../../etc/passwd', '/etc/passwd', 'ab/cd'])(
    'have no key %j',
    async (key) => {
      await expect(store().get(key)).rejects.toThrow(FileMissingError);
      await expect(store().remove(key)).rejects.toThrow(FileMissingError);
    },
  );
});

it('signs every call to the object store', () => {
  expect(unsigned).toEqual([]);
});
