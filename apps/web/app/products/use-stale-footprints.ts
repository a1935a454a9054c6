import { useProgress } from '../use-progress.ts';

/** Reads a page of products again with each footprint that is calculated, for as long as some are not. */
export function useStaleFootprints(products: readonly { readonly isStale: boolean }[]): void {
  useProgress<number>(
    products.some(({ isStale }) => isStale) ? 'all' : null,
    (api, listener) => api.productFootprint.countStale.subscribe(undefined, listener),
    (before, now) => before !== now,
  );
}
