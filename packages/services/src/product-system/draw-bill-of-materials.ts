import type {
  Exchange,
  Flow,
  ProcessLink,
  ProductSystemDraft,
  TimePeriod,
  UnitProcess,
} from '@slipstream/footprint';
import { chooseMaterialFactor, type FactorReason } from './choose-material-factor.ts';

/** A line of a bill of materials with the part and the supplier it was matched to. */
export interface DrawnLine {
  readonly id: string;
  /** Index of the assembly's line it goes into; null where that is the product. */
  readonly parent: number | null;
  readonly partId: string;
  readonly name: string;
  readonly material: string | null;
  readonly specification: string | null;
  /** Per one of its parent; null where the file does not say. */
  readonly amount: number | null;
  /** Unit code; null where the file gives none that is known. */
  readonly unit: string | null;
  readonly kgPerPiece: number | null;
  /** Organization that supplies it. */
  readonly supplierId: string | null;
}

export interface DrawnProduct {
  readonly id: string;
  readonly name: string;
  /** Unit code of the declared unit and its amount. */
  readonly unit: string;
  readonly amount: number;
}

/** A drawing with the reason of each factor that was proposed, by exchange id. */
export interface FirstDrawing {
  readonly draft: ProductSystemDraft;
  readonly reasons: Readonly<Record<string, FactorReason>>;
}

/**
 * Draws the first product system from a bill of materials: the product's own process takes the bought parts as
 * inputs, an assembly with lines of its own becomes a process linked to it. Each bought part has a secondary factor
 * where one fits its material; a part without one keeps no answer, and the check of the drawing names it.
 */
export function drawBillOfMaterials(
  product: DrawnProduct,
  lines: readonly DrawnLine[],
  context: { readonly period: TimePeriod; readonly geography: string },
): FirstDrawing {
  const assemblies = new Set(lines.flatMap(({ parent }) => (parent === null ? [] : [parent])));
  const flows = new Map<string, Flow>([
    [product.id, { id: product.id, name: product.name, flowType: 'product' }],
  ]);
  const reasons: Record<string, FactorReason> = {};
  const links: ProcessLink[] = [];
  const exchangesOf = new Map<number | null, Exchange[]>();
  const add = (owner: number | null, exchange: Exchange) =>
    exchangesOf.set(owner, [...(exchangesOf.get(owner) ?? []), exchange]);

  lines.forEach((line, index) => {
    const { id, parent, partId, amount, unit, kgPerPiece, supplierId } = line;
    const known = flows.get(partId);
    if (!known || (known.kgPerPiece === undefined && kgPerPiece !== null))
      flows.set(partId, {
        id: partId,
        name: line.name,
        flowType: 'product',
        ...(kgPerPiece !== null && kgPerPiece > 0 && { kgPerPiece }),
      });
    const base: Exchange = {
      id,
      flow: partId,
      isInput: true,
      amount,
      unit,
      stage: 'rawMaterial',
      dataType: 'secondary',
      ...(supplierId !== null && { supplier: supplierId }),
    };
    if (assemblies.has(index)) {
      const { stage: _own, ...linked } = base;
      add(parent, linked);
      links.push({ id: `link-${id}`, provider: id, flow: partId, process: processOf(parent), exchange: id });
      return;
    }
    const bridge = { kgPerPiece: flows.get(partId)?.kgPerPiece };
    const { factor, reason } = chooseMaterialFactor(
      { ...line, bridge },
      { geography: context.geography, date: context.period.end },
    );
    reasons[id] = reason;
    add(parent, factor ? { ...base, factor } : base);
  });

  function processOf(owner: number | null): string {
    return owner === null ? product.id : (lines[owner]?.id ?? product.id);
  }
  const makes = (
    id: string,
    name: string,
    flow: string,
    amount: number,
    unit: string,
    owner: number | null,
  ) =>
    ({
      kind: 'unit',
      id,
      name,
      stage: 'manufacturing',
      quantitativeReference: `${id}-output`,
      exchanges: [
        { id: `${id}-output`, flow, isInput: false, amount, unit, dataType: 'primary' },
        ...(exchangesOf.get(owner) ?? []),
      ],
    }) satisfies UnitProcess;
  const processes = [
    makes(product.id, product.name, product.id, product.amount, product.unit, null),
    ...lines.flatMap((line, index) =>
      assemblies.has(index) ? [makes(line.id, line.name, line.partId, 1, line.unit ?? 'pcs', index)] : [],
    ),
  ];
  return {
    draft: {
      statedUnit: {
        kind: 'declaredUnit',
        description: product.name,
        amount: product.amount,
        unit: product.unit,
      },
      referenceFlow: { process: product.id, flow: product.id, amount: product.amount, unit: product.unit },
      boundary: { productKind: 'goods', business: 'B2B' },
      period: context.period,
      flows: [...flows.values()],
      processes,
      links,
    },
    reasons,
  };
}
