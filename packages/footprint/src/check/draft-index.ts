import type { Finding } from '@slipstream/quantity';
import { idFaults } from '../entered.ts';
import type { FootprintFindingCode } from '../finding-codes.ts';
import type { Exchange, Flow, Process } from '../model/process.ts';
import type { ProductSystemDraft } from '../model/product-system.ts';

/** A draft with its parts found by id. Of two parts with one id the first counts. */
export interface DraftIndex {
  readonly draft: ProductSystemDraft;
  readonly flowOf: (id: string) => { readonly flow: Flow; readonly index: number } | undefined;
  readonly processOf: (id: string) => number | undefined;
  /** Position of an exchange in the process at `process`. */
  readonly exchangeOf: (process: number, id: string) => number | undefined;
}

/** Looks up everything in a draft by its id. */
export function indexDraft(draft: ProductSystemDraft): DraftIndex {
  const flows = firstPositions(draft.flows);
  const processes = firstPositions(draft.processes);
  const exchanges = draft.processes.map((process) => firstPositions(exchangesOf(process)));
  return {
    draft,
    flowOf: (id) => {
      const index = flows.get(id);
      const flow = index === undefined ? undefined : draft.flows[index];
      return index === undefined || flow === undefined ? undefined : { flow, index };
    },
    processOf: (id) => processes.get(id),
    exchangeOf: (process, id) => exchanges[process]?.get(id),
  };
}

/** The exchanges of a process; a sealed process shows none. */
export function exchangesOf(process: Process): readonly Exchange[] {
  return process.kind === 'unit' ? process.exchanges : [];
}

/** Findings against ids that are blank or given twice. */
export function draftIdFindings({
  flows,
  processes,
  links,
}: ProductSystemDraft): Finding<FootprintFindingCode>[] {
  const idsOf = (parts: readonly { readonly id: string }[], path: Finding['path']) =>
    idFaults(
      parts.map((part) => part.id),
      (index) => [...path, index, 'id'],
    );
  return [
    ...idsOf(flows, ['flows']),
    ...idsOf(processes, ['processes']),
    ...idsOf(links, ['links']),
    ...processes.flatMap((process, i) => [
      ...idsOf(exchangesOf(process), ['processes', i, 'exchanges']),
      ...exchangesOf(process).flatMap((exchange, j) =>
        idsOf(exchange.transport ?? [], ['processes', i, 'exchanges', j, 'transport']),
      ),
    ]),
  ];
}

function firstPositions(parts: readonly { readonly id: string }[]): Map<string, number> {
  const positions = new Map<string, number>();
  parts.forEach(({ id }, index) => {
    if (!positions.has(id)) positions.set(id, index);
  });
  return positions;
}
