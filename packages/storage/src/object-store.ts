import { mkdirSync, openAsBlob } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AwsClient } from 'aws4fetch';
import { assertKey, FileMissingError, type FileStore } from './file-store.ts';
import { spool } from './spool.ts';

/** An S3-compatible object store, addressed by path: `<endpoint>/<bucket>/<key>`. */
export interface ObjectStoreSettings {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Keeps files in an object store. An upload is spooled to disk first: its length and hash must be known. */
export function openObjectStore(settings: ObjectStoreSettings): FileStore {
  const client = new AwsClient({
    accessKeyId: settings.accessKeyId,
    secretAccessKey: settings.secretAccessKey,
    region: settings.region,
    service: 's3',
  });
  const folder = join(tmpdir(), 'slipstream-uploads');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const address = (key: string) => {
    assertKey(key);
    return `${settings.endpoint.replace(/\/$/, '')}/${settings.bucket}/${key}`;
  };
  const request = async (method: string, key: string, body?: Blob) => {
    const signal = AbortSignal.timeout(120_000);
    const response = await client.fetch(address(key), { method, signal, ...(body && { body }) });
    if (response.status === 404) throw new FileMissingError(key);
    if (!response.ok) throw new Error(`The object store answered ${response.status} to ${method}`);
    return response;
  };
  return {
    async put(bytes, { maxBytes }) {
      const { path, ...stored } = await spool(folder, bytes, maxBytes);
      try {
        await request('PUT', stored.key, await openAsBlob(path));
      } finally {
        await rm(path, { force: true });
      }
      return stored;
    },
    async get(key) {
      const { body } = await request('GET', key);
      return body ?? new Blob([]).stream();
    },
    async remove(key) {
      assertKey(key);
      await request('DELETE', key).catch((error) => {
        if (!(error instanceof FileMissingError)) throw error;
      });
    },
  };
}
