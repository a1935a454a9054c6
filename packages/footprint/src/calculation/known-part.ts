import type { Finding } from '@slipstream/quantity';
import { checkProductSystem } from '../check/check-product-system.ts';
import type { ProductSystemDraft } from '../model/product-system.ts';
import { calculateFootprint } from './calculate-footprint.ts';
import type { ProductFootprint } from './product-footprint.ts';

/** An input nobody has answered yet: it is not in the figure, and it is not zero. */
export interface OpenInput {
  readonly process: string;
  readonly exchange: string;
  readonly name: string;
  readonly supplier: string | null;
  readonly amount: number | null;
  readonly unit: string | null;
  /** Codes of what is wrong with it. */
  readonly codes: readonly string[];
}

/** What is known of a drawing; kg CO2e for its stated unit. */
export interface KnownPart {
  /** Null where the drawing has no answer at all; `findings` say why. */
  readonly footprint: ProductFootprint | null;
  /** Inputs without an answer; where there are any, `footprint` holds the rest alone. */
  readonly open: readonly OpenInput[];
  /** Those of the whole drawing, with paths into it. */
  readonly findings: readonly Finding[];
}

/**
 * Checks and calculates a drawing. Where it is refused for inputs alone (no factor, no amount, an unknown unit), these
 * are set aside as `open` and the rest is calculated: a figure that says what it leaves out, never a silent zero.
 */
export function calculateKnownPart(draft: ProductSystemDraft): KnownPart {
  const whole = checkProductSystem(draft);
  const open = whole.ok ? [] : openInputs(draft, whole.findings);
  const system = whole.ok ? whole : checkProductSystem(without(draft, open));
  if (!system.ok) return { footprint: null, open, findings: whole.findings };
  const footprint = calculateFootprint(system.value);
  if (!footprint.ok) return { footprint: null, open, findings: [...whole.findings, ...footprint.findings] };
  return { footprint: footprint.value, open, findings: whole.findings };
}

/** The inputs that findings of a refused drawing stand at. */
function openInputs(draft: ProductSystemDraft, findings: readonly Finding[]): OpenInput[] {
  const names = new Map(draft.flows.map(({ id, name }) => [id, name]));
  const codesAt = new Map<string, Set<string>>();
  for (const { code, severity, path } of findings) {
    if (severity !== 'error' || path[0] !== 'processes' || path[2] !== 'exchanges') continue;
    const place = `${path[1]} ${path[3]}`;
    codesAt.set(place, (codesAt.get(place) ?? new Set()).add(code));
  }
  return draft.processes.flatMap((process, at) =>
    process.kind === 'unit'
      ? process.exchanges.flatMap(({ id, flow, isInput, amount, unit, supplier }, position) => {
          const codes = codesAt.get(`${at} ${position}`);
          if (!codes || !isInput) return [];
          const name = names.get(flow) ?? flow;
          const by = supplier ?? process.supplier ?? null;
          return { process: process.id, exchange: id, name, supplier: by, amount, unit, codes: [...codes] };
        })
      : [],
  );
}

function without(draft: ProductSystemDraft, open: readonly OpenInput[]): ProductSystemDraft {
  const away = new Set(open.map(({ process, exchange }) => `${process} ${exchange}`));
  return {
    ...draft,
    processes: draft.processes.map((process) =>
      process.kind === 'unit'
        ? {
            ...process,
            exchanges: process.exchanges.filter(({ id }) => !away.has(`${process.id} ${id}`)),
          }
        : process,
    ),
    links: draft.links.filter(({ process, exchange }) => !away.has(`${process} ${exchange}`)),
  };
}
