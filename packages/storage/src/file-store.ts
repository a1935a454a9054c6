/** What was stored: the bytes' own hash and length, and where they are. */
export interface StoredFile {
  readonly key: string;
  readonly sha256: string;
  readonly byteLength: number;
}

/** Uploaded bytes by key. Keys are random and say nothing about the file. */
export interface FileStore {
  /** Stores a stream of at most `maxBytes`; a longer one leaves nothing behind and is a `FileTooLargeError`. */
  put(bytes: AsyncIterable<Uint8Array>, options: { readonly maxBytes: number }): Promise<StoredFile>;
  /** The bytes of a key; an unknown key is a `FileMissingError`. */
  get(key: string): Promise<ReadableStream<Uint8Array>>;
  /** Removes a key; an unknown one is no error. */
  remove(key: string): Promise<void>;
}

export class FileTooLargeError extends Error {
  override readonly name = 'FileTooLargeError';
  readonly maxBytes: number;
  constructor(maxBytes: number) {
    super(`The file is larger than ${maxBytes} bytes`);
    this.maxBytes = maxBytes;
  }
}

export class FileMissingError extends Error {
  override readonly name = 'FileMissingError';
}

/** Keys as this package makes them; anything else, and so any path, is refused. */
export function assertKey(key: string): void {
  if (!/^[0-9a-f]{2}\/[0-9a-f-]{36}$/.test(key)) throw new FileMissingError('not a key');
}
