import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

const child = join(import.meta.dirname, 'child.ts');
const heapMegabytes = 256;

type Reader = ChildProcessByStdio<Writable, Readable, null>;

let isKept = false;
let ready: Reader | undefined;

/** A fresh process that reads one file: the one kept ready, or one started now. */
export function takeReader(): Reader {
  const reader = ready ?? start();
  ready = undefined;
  hold(reader, 'ref');
  return reader;
}

/** Keeps a reader ready from now on: starting one costs more than reading what most people drop. */
export function keepReaderReady(): void {
  isKept = true;
  refill();
}

/** Says that a reading ended, so that the next reader is started when nobody waits for it. */
export function releaseReader(): void {
  if (isKept) refill();
}

function refill(): void {
  if (ready) return;
  const reader = start();
  hold(reader, 'unref');
  const drop = () => {
    if (ready === reader) ready = undefined;
  };
  reader.once('error', drop).once('exit', drop);
  ready = reader;
}

function start(): Reader {
  return spawn(
    process.execPath,
    [`--max-old-space-size=${heapMegabytes}`, '--disable-warning=ExperimentalWarning', child],
    { stdio: ['pipe', 'pipe', 'ignore'], env: {} },
  );
}

/** A reader nobody has taken yet does not keep its keeper from ending; it ends with it. */
function hold(reader: Reader, as: 'ref' | 'unref'): void {
  reader[as]();
  // Between parent and child a pipe is a socket.
  for (const pipe of [reader.stdin, reader.stdout]) (pipe as unknown as Socket)[as]();
}
