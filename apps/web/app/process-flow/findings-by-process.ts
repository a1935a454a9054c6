import type { ProductSystemDraft } from '@slipstream/footprint';
import type { Finding } from '@slipstream/quantity';

/** Puts each finding of a draft at the process it speaks of; its path then starts inside that process. */
export function findingsByProcess(
  draft: ProductSystemDraft,
  findings: readonly Finding[],
): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const [collection, index, ...rest] = finding.path;
    if (typeof index !== 'number') continue;
    const process =
      collection === 'processes'
        ? draft.processes[index]
        : collection === 'links'
          ? draft.processes.find((other) => other.id === draft.links[index]?.process)
          : undefined;
    if (!process) continue;
    const exchange =
      rest[0] === 'exchanges' && typeof rest[1] === 'number' && process.kind === 'unit'
        ? process.exchanges[rest[1]]?.id
        : collection === 'links'
          ? draft.links[index]?.exchange
          : undefined;
    const located = exchange ? { ...finding, path: ['exchange', exchange, ...rest.slice(2)] } : finding;
    groups.set(process.id, [...(groups.get(process.id) ?? []), located]);
  }
  return groups;
}
