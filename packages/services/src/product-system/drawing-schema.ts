import type { ProductSystemDraft } from '@slipstream/footprint';
import {
  businessBoundaries,
  dataTypes,
  factorBoundaries,
  factorSourceTypes,
  flowTypes,
  lifeCycleStages,
  productKinds,
  transportModes,
} from '@slipstream/footprint';
import { z } from 'zod';

const id = z.string().min(1).max(200);
const text = z.string().max(2_000);
const number = z.number().nullable();
const unit = z.string().max(60).nullable();
const percent = z.number().optional();
const score = z.number();
const quality = z.strictObject({
  reliability: score,
  completeness: score,
  temporal: score,
  geographical: score,
  technological: score,
});
const components = z.strictObject({
  fossil: z.number(),
  biogenicEmission: z.number(),
  biogenicRemoval: z.number(),
  dLuc: z.number(),
  aircraft: z.number(),
});
const period = z.strictObject({ start: z.string().max(10), end: z.string().max(10) });
const files = z.array(id).max(500);
const factor = z.strictObject({
  id,
  version: text,
  name: text,
  nameEnglish: text.optional(),
  value: number,
  unit,
  components: components.optional(),
  source: text,
  sourceChinese: text.optional(),
  sourceType: z.enum(factorSourceTypes),
  boundary: z.enum(factorBoundaries),
  geography: text.optional(),
  referenceYear: z.number().optional(),
  gwpSet: text.optional(),
  quality: quality.optional(),
  uncertaintyPercent: percent,
});
const leg = z.strictObject({
  id,
  mode: z.enum(transportModes),
  distance: number,
  distanceUnit: unit,
  mass: z.strictObject({ amount: number, unit }).optional(),
  factor: factor.nullable(),
  stage: z.enum(lifeCycleStages).optional(),
  dataType: z.enum(dataTypes),
  evidence: files.optional(),
  quality: quality.optional(),
  uncertaintyPercent: percent,
  loading: z
    .strictObject({
      loadFactorPercent: percent,
      sharedWithOtherGoods: z.boolean().optional(),
      returnLoadPercent: percent,
    })
    .optional(),
});
/** Allocation is checked by the footprint package itself, whatever it holds. */
const allocation = z.looseObject({}).optional();
const exchange = z.strictObject({
  id,
  flow: id,
  isInput: z.boolean(),
  amount: number,
  unit,
  factor: factor.optional(),
  cutOff: z.strictObject({ reason: text, estimatedKgCO2e: number }).optional(),
  burdenFree: text.optional(),
  isAvoidedProduct: z.boolean().optional(),
  transport: z.array(leg).max(50).optional(),
  appliesTo: z.array(id).max(200).optional(),
  allocation,
  stage: z.enum(lifeCycleStages).optional(),
  supplier: id.optional(),
  dataType: z.enum(dataTypes),
  siteSpecific: z.boolean().optional(),
  period: period.optional(),
  evidence: files.optional(),
  quality: quality.optional(),
  uncertaintyPercent: percent,
});
const identity = {
  id,
  name: text,
  stage: z.enum(lifeCycleStages),
  supplier: id.optional(),
  site: text.optional(),
};
const process = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('unit'),
    ...identity,
    exchanges: z.array(exchange).max(6_000),
    quantitativeReference: id.nullable(),
    allocation,
    period: period.optional(),
  }),
  // What a sealed footprint holds is never taken from a page, see `saveDrawing`.
  z.strictObject({ kind: z.literal('sealed'), ...identity, footprint: z.looseObject({}) }),
]);

const drawing = z.strictObject({
  studyId: id.optional(),
  statedUnit: z
    .strictObject({
      kind: z.enum(['functionalUnit', 'declaredUnit']),
      description: text,
      amount: number,
      unit,
    })
    .nullable(),
  referenceFlow: z.strictObject({ process: id, flow: id, amount: number, unit }).nullable(),
  boundary: z.strictObject({
    productKind: z.enum(productKinds),
    business: z.enum(businessBoundaries),
    descriptions: z.record(z.string(), text).optional(),
  }),
  period: period.nullable(),
  flows: z
    .array(
      z.strictObject({
        id,
        name: text,
        flowType: z.enum(flowTypes),
        densityKgPerL: percent,
        kgPerPiece: percent,
        medium: z.enum(['electricity', 'water', 'gas']).optional(),
      }),
    )
    .max(6_000),
  processes: z.array(process).max(2_000),
  links: z.array(z.strictObject({ id, provider: id, flow: id, process: id, exchange: id })).max(10_000),
  cutOffCriteria: z
    .strictObject({ singleLimitPercent: z.number(), totalLimitPercent: z.number() })
    .optional(),
});

/** A drawing as a page sends it, if it has the shape of one; whether it is sound is `checkProductSystem`'s to say. */
export function readDrawing(sent: unknown): ProductSystemDraft | null {
  const read = drawing.safeParse(sent);
  return read.success ? (read.data as unknown as ProductSystemDraft) : null;
}

/** Positions of processes on the canvas, by process id. */
export const positionsSchema = z.record(id, z.strictObject({ x: z.number(), y: z.number() }));
