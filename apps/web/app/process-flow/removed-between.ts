import type { ProductSystemDraft } from '@slipstream/footprint';
import { lineKey } from './line-key.ts';

/** Names of the processes an edit took away, and of the inputs it took from those that stay. */
export function removedBetween(before: ProductSystemDraft, after: ProductSystemDraft): readonly string[] {
  const left = new Map(after.processes.map((process) => [process.id, process]));
  const flowNames = new Map(before.flows.map(({ id, name }) => [id, name]));
  return before.processes.flatMap((process) => {
    const now = left.get(process.id);
    if (!now) return [process.name];
    if (process.kind !== 'unit' || now.kind !== 'unit') return [];
    const kept = new Set(now.exchanges.map(({ id }) => lineKey(now.id, id)));
    return process.exchanges
      .filter(({ id }) => !kept.has(lineKey(process.id, id)))
      .map(({ flow }) => flowNames.get(flow) ?? flow);
  });
}
