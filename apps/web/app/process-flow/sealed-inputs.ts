import type { ProductSystemDraft, SealedProcess } from '@slipstream/footprint';
import { lineKey } from './line-key.ts';

/**
 * The inputs that a supplier's sealed footprint answers and that alone take from it, by {@link lineKey}: drawn with the
 * other inputs from that supplier. A sealed footprint that several inputs take from, or none, is a node of its own.
 */
export function sealedInputs(draft: ProductSystemDraft): ReadonlyMap<string, SealedProcess> {
  const sealed = new Map(
    draft.processes.flatMap((process) => (process.kind === 'sealed' ? [[process.id, process]] : [])),
  );
  const takers = Map.groupBy(draft.links, ({ provider }) => provider);
  return new Map(
    draft.links.flatMap(({ provider, process, exchange }): [string, SealedProcess][] => {
      const footprint = sealed.get(provider);
      const isSole = takers.get(provider)?.length === 1;
      return footprint && isSole ? [[lineKey(process, exchange), footprint]] : [];
    }),
  );
}
