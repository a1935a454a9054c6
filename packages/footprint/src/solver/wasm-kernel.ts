import type { DrawArrays, Kernel } from './kernel.ts';
import { kernelBytes } from './kernel-bytes.ts';

/** The little of WebAssembly used here; the package is typed without a host. */
interface WebAssemblyHost {
  readonly Memory: new (size: { initial: number; maximum: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
}
interface KernelExports {
  rollUp(...numbers: number[]): void;
  rollUpGroups(...numbers: number[]): void;
  sweepInputs(...numbers: number[]): number;
  sweepDemands(...numbers: number[]): number;
  place(...numbers: number[]): void;
  drawRows(from: number, to: number, block: number): void;
  drawLoop(from: number, to: number, block: number): void;
  sweepLoop(from: number, to: number, tolerance: number, change: number): number;
}

const pageBytes = 65536;
/** The kernel keeps a few words of its own at the start of the memory. */
const start = 4096;

let compiled: object | null | undefined;

/** A memory with room for `bytes` and the kernel over it; null where the host offers none. */
export function wasmKernel(bytes: number): { buffer: ArrayBuffer; start: number; kernel: Kernel } | null {
  const host = (globalThis as { WebAssembly?: WebAssemblyHost }).WebAssembly;
  if (host === undefined || compiled === null) return null;
  try {
    compiled ??= new host.Module(decoded(kernelBytes));
    const pages = Math.ceil((start + bytes) / pageBytes);
    const memory = new host.Memory({ initial: pages, maximum: pages });
    const { exports } = new host.Instance(compiled, { env: { memory } });
    return { buffer: memory.buffer, start, kernel: overAddresses(exports as KernelExports) };
  } catch {
    compiled ??= null;
    return null;
  }
}

function overAddresses(wasm: KernelExports): Kernel {
  const sweepWith =
    (sweep: (...numbers: number[]) => number): Kernel['sweepInputs'] =>
    (first, size, { rowStart, column, amount, selfUse }, b, x) =>
      sweep(
        first,
        size,
        rowStart.byteOffset,
        column.byteOffset,
        amount.byteOffset,
        selfUse.byteOffset,
        b.byteOffset,
        x.byteOffset,
      );
  return {
    sweepInputs: sweepWith(wasm.sweepInputs),
    sweepDemands: sweepWith(wasm.sweepDemands),
    rollUp: (from, to, rowStart, column, amount, x) =>
      wasm.rollUp(from, to, rowStart.byteOffset, column.byteOffset, amount.byteOffset, x.byteOffset),
    rollUpGroups: (from, to, rowStart, column, amount, direct, group, place, firstGroup, lanes) =>
      wasm.rollUpGroups(
        from,
        to,
        rowStart.byteOffset,
        column.byteOffset,
        amount.byteOffset,
        direct.byteOffset,
        group.byteOffset,
        place.byteOffset,
        firstGroup,
        lanes.byteOffset,
      ),
    draws: (arrays) => {
      placeDraws(wasm, arrays);
      const change = arrays.change.byteOffset;
      return {
        drawRows: wasm.drawRows,
        drawLoop: wasm.drawLoop,
        sweepLoop: (from, to, tolerance) => wasm.sweepLoop(from, to, tolerance, change),
      };
    },
  };
}

function placeDraws(wasm: KernelExports, arrays: DrawArrays): void {
  const { pools, normals } = arrays;
  wasm.place(
    arrays.amount.byteOffset,
    (normals ? arrays.spread : arrays.pool).byteOffset,
    arrays.identity.byteOffset,
    arrays.direct.byteOffset,
    (normals ? arrays.directSpread : arrays.directPool).byteOffset,
    arrays.directIdentity.byteOffset,
    arrays.rowStart.byteOffset,
    arrays.column.byteOffset,
    arrays.lanes.byteOffset,
    arrays.factors.byteOffset,
    pools.byteOffset,
    normals ? 1 : 0,
    arrays.scratch.byteOffset,
  );
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function decoded(base64: string): Uint8Array {
  const text = base64.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of text) {
    bits = ((bits << 6) | alphabet.indexOf(letter)) & 0xffffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[at++] = (bits >> held) & 255;
    }
  }
  return bytes;
}
