import type { Kernel } from './kernel.ts';
import { plainKernel } from './plain-kernel.ts';
import { wasmKernel } from './wasm-kernel.ts';

type Kind = Int32ArrayConstructor | Float32ArrayConstructor | Float64ArrayConstructor;

/** An array to reserve. */
export interface Reservation<Constructor extends Kind> {
  readonly kind: Constructor;
  readonly length: number;
}
export const int32 = (length: number): Reservation<Int32ArrayConstructor> => ({ kind: Int32Array, length });
export const float32 = (length: number): Reservation<Float32ArrayConstructor> => ({
  kind: Float32Array,
  length,
});
export const float64 = (length: number): Reservation<Float64ArrayConstructor> => ({
  kind: Float64Array,
  length,
});

/** The arrays of a layout. */
export type ArraysOf<Layout> = {
  readonly [Name in keyof Layout]: Layout[Name] extends Reservation<infer Constructor extends Kind>
    ? InstanceType<Constructor>
    : never;
};

/** Below this many bytes the kernel in JavaScript is as quick, and costs no memory of its own. */
const worthWebAssembly = 1 << 19;
const alignment = 64;
const maximumBytes = 2 ** 32 - 65536;

/** Which kernel to use: `auto` takes WebAssembly where it is worth it and the host allows it. */
export type KernelChoice = 'auto' | 'plain' | 'wasm';

/**
 * Reserves arrays, all zero, and the kernel that works on them: in one WebAssembly memory where they are large,
 * on the JavaScript heap where they are small or the host (an old browser, a strict content policy) forbids more.
 */
export function reserve<Layout extends Record<string, Reservation<Kind>>>(
  layout: Layout,
  choice: KernelChoice = 'auto',
): { readonly arrays: ArraysOf<Layout>; readonly kernel: Kernel } {
  const entries = Object.entries(layout);
  const padded = (reservation: Reservation<Kind>) =>
    Math.ceil((reservation.length * reservation.kind.BYTES_PER_ELEMENT) / alignment) * alignment;
  const bytes = entries.reduce((sum, [, reservation]) => sum + padded(reservation), 0);
  const wasm =
    choice === 'wasm' || (choice === 'auto' && bytes >= worthWebAssembly && bytes < maximumBytes)
      ? wasmKernel(bytes)
      : null;
  let at = wasm === null ? 0 : wasm.start;
  const arrays = Object.fromEntries(
    entries.map(([name, reservation]) => {
      const { kind, length } = reservation;
      const array = wasm === null ? new kind(length) : new kind(wasm.buffer, at, length);
      at += padded(reservation);
      return [name, array];
    }),
  );
  return { arrays: arrays as ArraysOf<Layout>, kernel: wasm === null ? plainKernel : wasm.kernel };
}
