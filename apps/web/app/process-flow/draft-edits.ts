import type {
  Exchange,
  Flow,
  Process,
  ProcessLink,
  ProductSystemDraft,
  UnitProcess,
} from '@slipstream/footprint';

/**
 * Edits of a drawing. Each returns a new draft and leaves the old one alone, so that undo is keeping the old one.
 * Ids are handed in: the edits themselves draw no random number.
 */

/** Adds a unit process that makes one new product flow, and nothing else yet. */
export function addProcess(
  draft: ProductSystemDraft,
  process: {
    readonly id: string;
    readonly name: string;
    readonly stage: Process['stage'];
    readonly unit: string;
  },
): ProductSystemDraft {
  const flow: Flow = { id: `${process.id}.product`, name: process.name, flowType: 'product' };
  const output: Exchange = {
    id: `${process.id}.output`,
    flow: flow.id,
    isInput: false,
    amount: 1,
    unit: process.unit,
    dataType: 'primary',
  };
  const added: UnitProcess = {
    kind: 'unit',
    id: process.id,
    name: process.name,
    stage: process.stage,
    exchanges: [output],
    quantitativeReference: output.id,
  };
  return { ...draft, flows: [...draft.flows, flow], processes: [...draft.processes, added] };
}

/**
 * Removes a process with its links. An exchange elsewhere that it answered stays and becomes a finding, so that
 * nothing is lost without being seen.
 */
export function removeProcess(draft: ProductSystemDraft, processId: string): ProductSystemDraft {
  return {
    ...draft,
    processes: draft.processes.filter((process) => process.id !== processId),
    links: draft.links.filter((link) => link.provider !== processId && link.process !== processId),
    referenceFlow: draft.referenceFlow?.process === processId ? null : draft.referenceFlow,
  };
}

/**
 * Changes what a process is called, where it stands in the life cycle, or where it is run. A product that is called
 * like the process that makes it is called anew with it.
 */
export function changeProcess(
  draft: ProductSystemDraft,
  processId: string,
  change: Partial<Pick<Process, 'name' | 'stage' | 'site'>>,
): ProductSystemDraft {
  const before = draft.processes.find(({ id }) => id === processId);
  const product = before?.kind === 'unit' ? providedFlow(draft, processId)?.flow : undefined;
  const { name } = change;
  const flows = draft.flows.map((flow) =>
    name !== undefined && flow.id === product && flow.name === before?.name ? { ...flow, name } : flow,
  );
  return mapProcess({ ...draft, flows }, processId, (process) => ({ ...process, ...change }));
}

/**
 * Draws an arrow: `process` takes the provider's product. The amount is left blank for a person to fill in, which
 * `checkProductSystem` names until it is. Returns null where the arrow exists already or would start and end at
 * the same process.
 */
export function addLink(
  draft: ProductSystemDraft,
  link: { readonly id: string; readonly provider: string; readonly process: string },
): ProductSystemDraft | null {
  const provided = canLink(draft, link) ? providedFlow(draft, link.provider) : null;
  if (!provided) return null;
  const exchange: Exchange = {
    id: `${link.id}.input`,
    flow: provided.flow,
    isInput: true,
    amount: null,
    unit: provided.unit,
    dataType: 'primary',
  };
  const drawn: ProcessLink = { ...link, flow: provided.flow, exchange: exchange.id };
  const withInput = mapProcess(draft, link.process, (process) =>
    process.kind === 'unit' ? { ...process, exchanges: [...process.exchanges, exchange] } : process,
  );
  return { ...withInput, links: [...withInput.links, drawn] };
}

/** Whether an arrow from `provider` to `process` can be drawn, see {@link addLink}. */
export function canLink(
  draft: ProductSystemDraft,
  { provider, process }: { readonly provider: string; readonly process: string },
): boolean {
  const provided = providedFlow(draft, provider);
  const taker = draft.processes.find(({ id }) => id === process);
  if (!provided || taker?.kind !== 'unit' || provider === process) return false;
  return !draft.links.some(
    (other) => other.provider === provider && other.process === process && other.flow === provided.flow,
  );
}

/** Removes an arrow together with the input it answered. */
export function removeLink(draft: ProductSystemDraft, linkId: string): ProductSystemDraft {
  const link = draft.links.find((other) => other.id === linkId);
  if (!link) return draft;
  return removeExchange(draft, link.process, link.exchange);
}

/** Changes one input or output of a process. */
export function changeExchange(
  draft: ProductSystemDraft,
  processId: string,
  exchangeId: string,
  change: Partial<Exchange>,
): ProductSystemDraft {
  return mapProcess(draft, processId, (process) =>
    process.kind === 'unit'
      ? {
          ...process,
          exchanges: process.exchanges.map((exchange) =>
            exchange.id === exchangeId ? { ...exchange, ...change } : exchange,
          ),
        }
      : process,
  );
}

/**
 * Says which organization an input is bought from; null takes it back. What is bought is reported as raw material
 * (R3.2), what is of the own process where the process is.
 */
export function changeSupplier(
  draft: ProductSystemDraft,
  processId: string,
  exchangeId: string,
  supplier: string | null,
): ProductSystemDraft {
  return mapProcess(draft, processId, (process) =>
    process.kind === 'unit'
      ? {
          ...process,
          exchanges: process.exchanges.map((exchange) => {
            if (exchange.id !== exchangeId) return exchange;
            const { supplier: _supplier, stage: _stage, ...rest } = exchange;
            return supplier === null ? rest : { ...rest, supplier, stage: 'rawMaterial' };
          }),
        }
      : process,
  );
}

/** Says what one piece of a flow weighs, in kg; null takes it back. Every process that uses the flow knows it then. */
export function changeFlow(
  draft: ProductSystemDraft,
  flowId: string,
  { kgPerPiece }: { readonly kgPerPiece: number | null },
): ProductSystemDraft {
  return {
    ...draft,
    flows: draft.flows.map((flow) => {
      if (flow.id !== flowId) return flow;
      const { kgPerPiece: _before, ...rest } = flow;
      return kgPerPiece === null ? rest : { ...rest, kgPerPiece };
    }),
  };
}

/** Adds an input answered by an emission factor: an energy, a material nobody is asked for, a waste to treat. */
export function addInput(
  draft: ProductSystemDraft,
  processId: string,
  input: { readonly id: string; readonly name: string; readonly exchange: Omit<Exchange, 'id' | 'flow'> },
): ProductSystemDraft {
  const flow: Flow = { id: `${input.id}.flow`, name: input.name, flowType: 'product' };
  const exchange: Exchange = { ...input.exchange, id: input.id, flow: flow.id };
  const changed = mapProcess(draft, processId, (process) =>
    process.kind === 'unit' ? { ...process, exchanges: [...process.exchanges, exchange] } : process,
  );
  return { ...changed, flows: [...changed.flows, flow] };
}

/**
 * Removes one input or output and the arrows that answered it. A supplier's sealed footprint that nothing takes from
 * any more goes with it; a process that is left without takers stays, and is seen.
 */
export function removeExchange(
  draft: ProductSystemDraft,
  processId: string,
  exchangeId: string,
): ProductSystemDraft {
  const changed = mapProcess(draft, processId, (process) =>
    process.kind === 'unit'
      ? { ...process, exchanges: process.exchanges.filter((exchange) => exchange.id !== exchangeId) }
      : process,
  );
  const goes = ({ process, exchange }: ProcessLink) => process === processId && exchange === exchangeId;
  const links = changed.links.filter((link) => !goes(link));
  const isLeft = (id: string) =>
    changed.links.some((link) => goes(link) && link.provider === id) &&
    !links.some(({ provider }) => provider === id);
  const processes = changed.processes.filter(({ id, kind }) => kind === 'unit' || !isLeft(id));
  return { ...changed, processes, links };
}

/** Removes several inputs of a process at once, with the arrows that answered them. */
export function removeExchanges(
  draft: ProductSystemDraft,
  processId: string,
  exchangeIds: readonly string[],
): ProductSystemDraft {
  return exchangeIds.reduce((rest, exchangeId) => removeExchange(rest, processId, exchangeId), draft);
}

/** Makes the output of a process the product that is calculated, for the stated unit where there is one. */
export function setReference(draft: ProductSystemDraft, processId: string): ProductSystemDraft {
  const process = draft.processes.find(({ id }) => id === processId);
  const provided = providedFlow(draft, processId);
  if (process?.kind !== 'unit' || !provided) return draft;
  return {
    ...draft,
    referenceFlow: {
      process: processId,
      flow: provided.flow,
      amount: draft.statedUnit?.amount ?? 1,
      unit: draft.statedUnit?.unit ?? provided.unit,
    },
  };
}

/** What a process gives to others: its quantitative reference, or the flow its sealed footprint is per. */
export function providedFlow(
  draft: ProductSystemDraft,
  processId: string,
): { readonly flow: string; readonly unit: string | null } | null {
  const process = draft.processes.find((other) => other.id === processId);
  if (!process) return null;
  if (process.kind === 'sealed') {
    return { flow: process.footprint.flow, unit: process.footprint.declaredUnitOfMeasurement };
  }
  const output = process.exchanges.find((exchange) => exchange.id === process.quantitativeReference);
  return output ? { flow: output.flow, unit: output.unit } : null;
}

function mapProcess(
  draft: ProductSystemDraft,
  processId: string,
  change: (process: Process) => Process,
): ProductSystemDraft {
  return {
    ...draft,
    processes: draft.processes.map((process) => (process.id === processId ? change(process) : process)),
  };
}
