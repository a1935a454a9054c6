import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { defaultWorkbookLimits } from '@slipstream/inventory-sheet';
import { errorAt, type Result, refuse } from '@slipstream/quantity';
import { releaseReader, takeReader } from './reader.ts';
import type { ReadingFindingCode, SheetKind, SheetOptions, SheetReading } from './sheets.ts';

const mostSeconds = 10;
/** What a reading may come to as text: a row costs some hundred characters, and limits of the reader hold before. */
const mostCharacters = 200_000_000;

type Value<Kind extends SheetKind> = Extract<SheetReading<Kind>, { ok: true }>['value'];
type Code<Kind extends SheetKind> = SheetReading<Kind>['findings'][number]['code'] | ReadingFindingCode;

/** What reading a file took: seconds of processor time, which a busy machine does not stretch, and peak of memory. */
export interface ReadingCost {
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

/** What a file says and what reading it took; no cost where the process had to be ended. */
export interface MeasuredReading<Kind extends SheetKind> {
  readonly reading: Result<Value<Kind>, Code<Kind>>;
  readonly cost: ReadingCost | null;
}

/**
 * Reads an uploaded file in a process of its own, which gets 256 MB, 10 s and no environment, and is killed when it
 * wants more. A file that cannot be read is a refused result with its findings: `reading.tookTooLong` and
 * `reading.neededTooMuch` where the process was ended. Rejects only where the bytes themselves cannot be had.
 */
export async function readSheet<Kind extends SheetKind>(
  kind: Kind,
  bytes: AsyncIterable<Uint8Array>,
  options?: SheetOptions<Kind>,
): Promise<Result<Value<Kind>, Code<Kind>>> {
  return (await measureReading(kind, bytes, { options })).reading;
}

interface Measured<Kind extends SheetKind> {
  readonly options?: SheetOptions<Kind> | undefined;
  readonly seconds?: number;
}

/** Reads as `readSheet` does, within `seconds` on the clock, and says what it took. */
export async function measureReading<Kind extends SheetKind>(
  kind: Kind,
  bytes: AsyncIterable<Uint8Array>,
  { options, seconds = mostSeconds }: Measured<Kind> = {},
): Promise<MeasuredReading<Kind>> {
  const reader = takeReader();
  let tookTooLong = false;
  const timer = setTimeout(() => {
    tookTooLong = true;
    reader.kill('SIGKILL');
  }, seconds * 1000);
  const chunks: Buffer[] = [];
  let characters = 0;
  reader.stdout.on('data', (chunk: Buffer) => {
    characters += chunk.length;
    if (characters > mostCharacters) reader.kill('SIGKILL');
    else chunks.push(chunk);
  });
  const ended = new Promise<boolean>((resolve, reject) => {
    reader.once('error', reject);
    reader.once('close', (code) => resolve(code === 0));
  });
  try {
    let unreadable: unknown;
    // A reader that ends early closes its input: what counts then is how it ended.
    const source = Readable.from(described({ kind, options }, bytes)).on('error', (error) => {
      unreadable = error;
      reader.kill('SIGKILL');
    });
    await pipeline(source, reader.stdin).catch(() => {});
    const isWhole = await ended;
    if (unreadable) throw unreadable;
    if (isWhole) return JSON.parse(Buffer.concat(chunks).toString());
  } finally {
    clearTimeout(timer);
    releaseReader();
  }
  const reading = tookTooLong
    ? refuse(errorAt<Code<Kind>>('reading.tookTooLong', [], { seconds }))
    : refuse(errorAt<Code<Kind>>('reading.neededTooMuch', [], { rows: defaultWorkbookLimits.cells }));
  return { reading, cost: null };
}

/** The file behind a line that says as what kind of sheet it is to be read, and how. */
async function* described<Kind extends SheetKind>(
  asked: { readonly kind: Kind; readonly options: SheetOptions<Kind> | undefined },
  bytes: AsyncIterable<Uint8Array>,
): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(`${JSON.stringify(asked)}\n`);
  yield* bytes;
}
