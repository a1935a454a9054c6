import { useProgress } from '../live/use-progress.ts';

/** Reads a page of products again with each footprint that is calculated, for as long as some are not. */
export function useStaleFootprints(products: readonly { readonly isStale: boolean }[]): void {
  useProgress(
    products.some(({ isStale }) => isStale) ? { of: 'staleFootprints' } : null,
    (before, now) => before !== now,
  );
}
