import type { Finding } from '@slipstream/quantity';
import { firstPositions, idFaults } from '../entered.ts';
import type { FootprintFindingCode } from '../finding-codes.ts';
import type { Exchange, Process } from '../model/process.ts';
import type { ProductSystemDraft } from '../model/product-system.ts';
import type { Carrier } from './exchange-place.ts';

/** A draft with its parts found by id. Of two parts with one id the first counts. */
export interface DraftIndex {
  readonly draft: ProductSystemDraft;
  readonly flowOf: (id: string) => Carrier;
  readonly processOf: (id: string) => number | undefined;
  /** Position of an exchange in the process at `process`. */
  readonly exchangeOf: (process: number, id: string) => number | undefined;
}

/** Looks up everything in a draft by its id. */
export function indexDraft(draft: ProductSystemDraft): DraftIndex {
  const flows = new Map<string, NonNullable<Carrier>>();
  draft.flows.forEach((flow, index) => {
    if (!flows.has(flow.id)) flows.set(flow.id, { flow, index });
  });
  const exchanges = draft.processes.map((process) => firstPositions(exchangesOf(process).map(idOf)));
  return {
    draft,
    flowOf: (id) => flows.get(id),
    processOf: firstPositions(draft.processes.map(idOf)),
    exchangeOf: (process, id) => exchanges[process]?.(id),
  };
}

/** The exchanges of a process; a sealed process shows none. */
export function exchangesOf(process: Process): readonly Exchange[] {
  return process.kind === 'unit' ? process.exchanges : [];
}

/** Findings against ids that are blank or given twice. */
export function draftIdFindings({
  draft: { flows, processes, links },
  flowOf,
  processOf,
  exchangeOf,
}: DraftIndex): Finding<FootprintFindingCode>[] {
  const findings = [
    ...idFaults(
      flows.map(idOf),
      (at) => ['flows', at, 'id'],
      (id) => flowOf(id)?.index,
    ),
    ...idFaults(processes.map(idOf), (at) => ['processes', at, 'id'], processOf),
    ...idFaults(links.map(idOf), (at) => ['links', at, 'id']),
  ];
  processes.forEach((process, i) => {
    const exchanges = exchangesOf(process);
    const ofProcess = idFaults(
      exchanges.map(idOf),
      (at) => ['processes', i, 'exchanges', at, 'id'],
      (id) => exchangeOf(i, id),
    );
    for (const finding of ofProcess) findings.push(finding);
    exchanges.forEach(({ transport }, j) => {
      const pathOf = (at: number) => ['processes', i, 'exchanges', j, 'transport', at, 'id'];
      for (const finding of idFaults((transport ?? []).map(idOf), pathOf)) findings.push(finding);
    });
  });
  return findings;
}

function idOf({ id }: { readonly id: string }): string {
  return id;
}
