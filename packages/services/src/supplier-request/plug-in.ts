import type {
  Exchange,
  Process,
  ProcessLink,
  ProductSystemDraft,
  SealedProcess,
} from '@slipstream/footprint';
import type { AnswerFootprint } from '@slipstream/programme';

/** A supplier's approved answer for one part, as its share lets the buyer see it. */
export interface ApprovedAnswer {
  readonly partId: string;
  readonly partName: string;
  /** Organization that answered. */
  readonly supplierId: string;
  readonly studyId: string;
  readonly version: number;
  readonly footprint: AnswerFootprint;
}

export interface PluggedDrawing {
  readonly draft: ProductSystemDraft;
  /** The sealed process that answers now; null where the drawing takes nothing the answer could stand for. */
  readonly processId: string | null;
}

/** The id of the sealed process of a supplier's part: a later answer takes the place of an earlier one. */
function sealedProcessId({ partId, supplierId }: ApprovedAnswer): string {
  return `supplied-${partId}-${supplierId}`;
}

/**
 * Plugs a supplier's footprint into a drawing as a sealed process (R3.13, R15.2): every input of the part that does not
 * come from one of `otherSuppliers` gets a link to it instead of its factor, cut-off or former provider. All of it
 * counts as fossil, since the share tells no components. A sealed process that nothing takes from any more goes.
 *
 * Unchanged where the drawing has no such input, and where the footprint does not end at the supplier's gate (R7.2):
 * such a number cannot stand inside a product.
 */
export function plugInFootprint(
  draft: ProductSystemDraft,
  answer: ApprovedAnswer,
  otherSuppliers: ReadonlySet<string>,
): PluggedDrawing {
  const { partId, partName, supplierId, footprint } = answer;
  const id = sealedProcessId(answer);
  const answered = draft.processes.flatMap((process) =>
    process.kind === 'unit'
      ? process.exchanges
          .filter(({ flow, isInput, supplier }) => {
            const from = supplier ?? process.supplier;
            return isInput && flow === partId && !(from !== undefined && otherSuppliers.has(from));
          })
          .map((exchange) => ({ process: process.id, exchange: exchange.id }))
      : [],
  );
  if (answered.length === 0 || footprint.boundary.business !== 'B2B') return { draft, processId: null };

  const isAnswered = (process: string, exchange: string) =>
    answered.some((one) => one.process === process && one.exchange === exchange);
  const sealed: SealedProcess = {
    kind: 'sealed',
    id,
    name: partName,
    stage: 'rawMaterial',
    supplier: supplierId,
    footprint: {
      studyId: answer.studyId,
      version: String(answer.version),
      flow: partId,
      declaredUnitAmount: footprint.declaredUnit.amount,
      declaredUnitOfMeasurement: footprint.declaredUnit.unit,
      components: {
        fossil: footprint.kgCO2e,
        biogenicEmission: 0,
        biogenicRemoval: 0,
        dLuc: 0,
        aircraft: 0,
      },
      business: footprint.boundary.business,
      period: footprint.boundary.period,
      primaryDataSharePercent: footprint.primaryDataSharePercent,
      gwpSet: footprint.gwpSet,
    },
  };
  const links: ProcessLink[] = [
    ...draft.links.filter(({ process, exchange }) => !isAnswered(process, exchange)),
    ...answered.map(({ process, exchange }) => ({
      id: `${id}-${process}-${exchange}`,
      provider: id,
      flow: partId,
      process,
      exchange,
    })),
  ];
  const providers = new Set(links.map(({ provider }) => provider));
  const processes: Process[] = [
    ...draft.processes
      .filter((process) => process.id !== id && (process.kind === 'unit' || providers.has(process.id)))
      .map((process) =>
        process.kind === 'unit'
          ? {
              ...process,
              exchanges: process.exchanges.map((exchange) =>
                isAnswered(process.id, exchange.id) ? withoutOwnAnswer(exchange) : exchange,
              ),
            }
          : process,
      ),
    sealed,
  ];
  return { draft: { ...draft, processes, links }, processId: id };
}

/** An input whose provider answers: its amount and its way stay, its own answers go. */
function withoutOwnAnswer({ factor, cutOff, burdenFree, stage, ...exchange }: Exchange): Exchange {
  return exchange;
}
