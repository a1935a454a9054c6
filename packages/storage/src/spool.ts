import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileTooLargeError } from './file-store.ts';

interface Spooled {
  readonly path: string;
  readonly key: string;
  readonly sha256: string;
  readonly byteLength: number;
}

/** Writes a stream to a temporary file of `folder`, hashing and counting as it goes; memory stays small. */
export async function spool(
  folder: string,
  bytes: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Spooled> {
  const id = randomUUID();
  const path = join(folder, `${id}.part`);
  const hash = createHash('sha256');
  let byteLength = 0;
  async function* counted() {
    for await (const chunk of bytes) {
      byteLength += chunk.byteLength;
      if (byteLength > maxBytes) throw new FileTooLargeError(maxBytes);
      hash.update(chunk);
      yield chunk;
    }
  }
  try {
    await pipeline(
      Readable.from(counted()),
      createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
    );
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { path, key: `${id.slice(0, 2)}/${id}`, sha256: hash.digest('hex'), byteLength };
}
