import { mkdirSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { assertKey, FileMissingError, type FileStore } from './file-store.ts';
import { spool } from './spool.ts';

/** Keeps files in a folder. A file appears under its key whole, or not at all. */
export function openDiskStore(folder: string): FileStore {
  mkdirSync(folder, { recursive: true });
  return {
    async put(bytes, { maxBytes }) {
      const { path, ...stored } = await spool(folder, bytes, maxBytes);
      const place = join(folder, stored.key);
      await mkdir(dirname(place), { recursive: true });
      await rename(path, place);
      return stored;
    },
    async get(key) {
      assertKey(key);
      const file = await open(join(folder, key)).catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'ENOENT' ? new FileMissingError(key) : error;
      });
      return Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>;
    },
    async remove(key) {
      assertKey(key);
      await rm(join(folder, key), { force: true });
    },
  };
}
