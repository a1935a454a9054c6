import { starterFactor } from '@slipstream/factor-library/starter';
import {
  calculateFootprint,
  checkProductSystem,
  contributionId,
  type EmissionFactor,
  type Exchange,
  type Flow,
  footprintDataQuality,
  type ProductFootprint,
  type ProductSystemDraft,
  type TransportLeg,
} from '@slipstream/footprint';
import {
  accept,
  dimensionOf,
  errorAt,
  type Finding,
  isUnitCode,
  type Result,
  refuse,
  warningAt,
} from '@slipstream/quantity';
import type { AnswerContent } from './answer.ts';
import type { SheetBasics, SheetLine, StoredTransport } from './sheet-content.ts';

/**
 * What keeps a sheet from being calculated. Paths are `['basics', field]` or `['lines', lineNumber, field]`.
 * `answer.notCalculated` carries the code of the calculation in `values.code`.
 */
export const answerFindingCodes = [
  'answer.noLines',
  'answer.periodMissing',
  'answer.productionMissing',
  'answer.declaredUnitMismatch',
  'answer.stageMissing',
  'answer.stageOutsideBoundary',
  'answer.amountMissing',
  'answer.unitMissing',
  'answer.factorMissing',
  'answer.unitsDoNotConvert',
  'answer.transportNotCounted',
  'answer.notCalculated',
] as const;
export type AnswerFindingCode = (typeof answerFindingCodes)[number];

/** Freight per tonne-kilometre where the sheet names a mode and a distance; the current national figures first. */
const freightFactor = {
  road: 'cfp.tw.truck.large.diesel.2022',
  rail: 'uk.freight.rail',
  sea: 'cfp.tw.sea.international.fuel_oil',
  air: 'cfp.tw.air.cargo',
} as const;

/**
 * Calculates the footprint of one `declaredUnit` from the lines of a sheet (R3, R9.2): a site of one product whose
 * run is the period. A per-unit amount with a stated allocation stands as it is; every other line is total ÷
 * production. Refuses with every reason at its line; lines that do not apply are left out.
 */
export function calculateSheet(
  basics: SheetBasics,
  lines: readonly SheetLine[],
  declaredUnit: string,
  geography: string,
): Result<AnswerContent, AnswerFindingCode> {
  const counted = lines.filter(({ status }) => status !== 'notApplicable');
  const business =
    basics.boundary === 'cradleToGrave' ||
    (basics.boundary === null && counted.some(({ stage }) => stage !== null && isAfterGate(stage)))
      ? 'B2C'
      : 'B2B';
  const missing = [
    ...basicFaults(basics, counted, declaredUnit),
    ...counted.flatMap((line) => lineFaults(line, business)),
  ];
  const { period } = basics;
  if (missing.length > 0 || !period) return refuse(...missing);

  const legs = counted.map(legOf);
  const draft = draftOf({ ...basics, period }, counted, legs, declaredUnit, business);
  const system = checkProductSystem(draft);
  if (!system.ok) return refuse(...system.findings.flatMap((one) => atLine(one, counted)));
  const footprint = calculateFootprint(system.value);
  if (!footprint.ok) return refuse(...footprint.findings.flatMap((one) => atLine(one, counted)));
  const skipped = counted.filter(
    (line, index) => line.transport?.km && line.transport.mode && legs[index]?.length === 0,
  );
  return accept(
    contentOf(footprint.value, counted, { period, business, geography, declaredUnit }),
    skipped.map((line) =>
      warningAt('answer.transportNotCounted', ['lines', line.lineNumber, 'transportKm'], { name: line.name }),
    ),
  );
}

const isAfterGate = (stage: string) => stage === 'distribution' || stage === 'use' || stage === 'endOfLife';

function basicFaults(
  { period, production, productionUnit, kgPerPiece }: SheetBasics,
  lines: readonly SheetLine[],
  declaredUnit: string,
): Finding<AnswerFindingCode>[] {
  const findings: Finding<AnswerFindingCode>[] = [];
  if (lines.length === 0) findings.push(errorAt('answer.noLines', ['lines']));
  if (!period) findings.push(errorAt('answer.periodMissing', ['basics', 'period']));
  if (production === null || production <= 0 || productionUnit === null)
    findings.push(errorAt('answer.productionMissing', ['basics', 'production'], { unit: declaredUnit }));
  else if (!isConvertible(productionUnit, declaredUnit, kgPerPiece))
    findings.push(
      errorAt('answer.declaredUnitMismatch', ['basics', 'production'], {
        found: productionUnit,
        expected: declaredUnit,
      }),
    );
  return findings;
}

function isConvertible(from: string, to: string, kgPerPiece: number | null): boolean {
  if (!isUnitCode(from) || !isUnitCode(to)) return from === to;
  const [one, other] = [dimensionOf(from), dimensionOf(to)];
  if (one === other) return true;
  return (
    kgPerPiece !== null && [one, other].every((dimension) => dimension === 'mass' || dimension === 'count')
  );
}

function lineFaults(line: SheetLine, business: 'B2B' | 'B2C'): Finding<AnswerFindingCode>[] {
  const { stage, factor, lineNumber, name } = line;
  const at = (field: string) => ['lines', lineNumber, field];
  const entered = enteredOf(line);
  const findings: Finding<AnswerFindingCode>[] = [];
  if (stage === null) findings.push(errorAt('answer.stageMissing', at('stage'), { name }));
  else if (business === 'B2B' && isAfterGate(stage))
    findings.push(errorAt('answer.stageOutsideBoundary', at('stage'), { name }));
  if (entered.amount === null) findings.push(errorAt('answer.amountMissing', at('total'), { name }));
  else if (entered.unit === null) findings.push(errorAt('answer.unitMissing', at('unit'), { name }));
  if (factor?.value == null || factor.unit === null)
    findings.push(
      errorAt('answer.factorMissing', at(factor?.value == null ? 'factorValue' : 'factorUnit'), { name }),
    );
  return findings;
}

/** The amount that counts for a line: per unit where an allocation is stated or no total is given, else the total. */
function enteredOf(line: SheetLine): {
  readonly amount: number | null;
  readonly unit: string | null;
  readonly isPerUnit: boolean;
} {
  const { perUnit = null, basis = null } = line.allocation ?? {};
  if (perUnit && (line.amount === null || basis !== null))
    return { amount: perUnit.value, unit: perUnit.unit ?? line.unit, isPerUnit: true };
  return { amount: line.amount, unit: line.unit, isPerUnit: false };
}

function legOf(line: SheetLine): TransportLeg[] {
  const { mode, km }: Partial<StoredTransport> = line.transport ?? {};
  const { unit } = enteredOf(line);
  const freight = mode ? starterFactor(freightFactor[mode]) : undefined;
  const carriesMass = unit !== null && isUnitCode(unit) && dimensionOf(unit) === 'mass';
  if (!mode || !km || !freight || !carriesMass) return [];
  return [
    {
      id: 'way',
      mode,
      distance: km,
      distanceUnit: 'km',
      dataType: line.dataType,
      factor: {
        id: freight.id,
        version: freight.version,
        name: freight.nameZh,
        value: freight.value,
        unit: `kgCO2e/${freight.unit}`,
        source: freight.source,
        sourceType: freight.sourceType,
        boundary: 'transport',
        ...(freight.referenceYear !== null && { referenceYear: freight.referenceYear }),
      },
    },
  ];
}

const wastes = new Set(['waste', 'wasteWater', 'endOfLife']);
const releases = new Set(['airEmission', 'refrigerant', 'septicTank']);
const idOf = ({ lineNumber }: SheetLine) => `line-${lineNumber}`;

function draftOf(
  basics: SheetBasics & { readonly period: NonNullable<SheetBasics['period']> },
  lines: readonly SheetLine[],
  legs: readonly TransportLeg[][],
  declaredUnit: string,
  business: 'B2B' | 'B2C',
): ProductSystemDraft {
  const { period, production, productionUnit, kgPerPiece } = basics;
  const name = basics.productName ?? 'product';
  const flows: Flow[] = [
    { id: 'product', name, flowType: 'product', ...(kgPerPiece !== null && { kgPerPiece }) },
    ...lines.map((line): Flow => {
      const group = line.group ?? '';
      const flowType = wastes.has(group) ? 'waste' : releases.has(group) ? 'elementary' : 'product';
      return { id: idOf(line), name: line.name, flowType };
    }),
  ];
  const exchanges = lines.map((line, index): Exchange => {
    const entered = enteredOf(line);
    const group = line.group ?? '';
    return {
      id: idOf(line),
      flow: idOf(line),
      isInput: !wastes.has(group) && !releases.has(group),
      amount: entered.isPerUnit ? (entered.amount ?? 0) * (production ?? 0) : entered.amount,
      unit: entered.unit,
      dataType: line.dataType,
      factor: factorOf(line),
      transport: legs[index] ?? [],
      ...(line.stage && { stage: line.stage }),
      ...(line.quality?.activity && { quality: line.quality.activity }),
    };
  });
  return {
    statedUnit: { kind: 'declaredUnit', description: name, amount: 1, unit: declaredUnit },
    referenceFlow: { process: 'site', flow: 'product', amount: 1, unit: declaredUnit },
    boundary: { productKind: 'goods', business },
    period,
    flows,
    processes: [
      {
        kind: 'unit',
        id: 'site',
        name,
        stage: 'manufacturing',
        exchanges: [
          {
            id: 'product',
            flow: 'product',
            isInput: false,
            amount: production,
            unit: productionUnit,
            dataType: 'primary',
          },
          ...exchanges,
        ],
        quantitativeReference: 'product',
      },
    ],
    links: [],
  };
}

function factorOf({ lineNumber, factor, quality, name }: SheetLine): EmissionFactor {
  return {
    id: `line-${lineNumber}`,
    version: '1',
    name: factor?.name ?? name,
    value: factor?.value ?? null,
    unit: factor?.unit ?? null,
    source: factor?.source ?? '',
    sourceType: 'softwareOrLiterature',
    boundary: 'cradleToGate',
    ...(factor?.year != null && { referenceYear: factor.year }),
    ...(quality?.factor && { quality: quality.factor }),
  };
}

/** A finding of the calculation seen from the sheet; its warnings say nothing a supplier could act on. */
function atLine(finding: Finding, lines: readonly SheetLine[]): Finding<AnswerFindingCode>[] {
  if (finding.severity !== 'error') return [];
  const [root, first, , second] = finding.path;
  const index = root === 'flows' ? first : root === 'processes' ? second : undefined;
  const line = typeof index === 'number' && index > 0 ? lines[index - 1] : undefined;
  if (!line) return [errorAt('answer.notCalculated', ['basics', 'production'], { code: finding.code })];
  const unitFault = finding.code.startsWith('unit.');
  return [
    errorAt(
      unitFault ? 'answer.unitsDoNotConvert' : 'answer.notCalculated',
      ['lines', line.lineNumber, unitFault ? 'unit' : 'total'],
      {
        name: line.name,
        found: enteredOf(line).unit,
        expected: line.factor?.unit?.split('/')[1] ?? null,
        code: finding.code,
      },
    ),
  ];
}

function contentOf(
  footprint: ProductFootprint,
  lines: readonly SheetLine[],
  details: {
    readonly period: NonNullable<SheetBasics['period']>;
    readonly business: 'B2B' | 'B2C';
    readonly geography: string;
    readonly declaredUnit: string;
  },
): AnswerContent {
  const byId = new Map(lines.map((line) => [idOf(line), line]));
  const isGraded = lines.some(({ quality }) => quality?.activity || quality?.factor);
  const quality = isGraded ? footprintDataQuality(footprint) : undefined;
  return {
    footprint: {
      kgCO2e: footprint.total,
      declaredUnit: { amount: 1, unit: details.declaredUnit },
      boundary: { business: details.business, period: details.period, geography: details.geography },
      gwpSet: 'notStated',
      dataQualityScore: quality?.ok ? quality.value.overall : null,
    },
    primaryDataSharePercent: footprint.primaryDataSharePercent,
    stageTotals: footprint.byStage.map(({ key, emissions }) => ({ stage: key, kgCO2e: emissions })),
    lines: footprint.contributions.map((part) => {
      const line = byId.get(part.exchange ?? '');
      const { basis = null, explanation = null } = line?.allocation ?? {};
      return {
        id: contributionId(part),
        stage: part.stage,
        name: part.name,
        amount: part.enteredAmount,
        unit: part.enteredUnit,
        dataType: part.dataType,
        factor: {
          name: part.factor?.name ?? '',
          value: part.factor?.value ?? 0,
          unit: part.factor?.unit ?? '',
          source: part.factor?.source ?? '',
          referenceYear: part.factor?.referenceYear ?? null,
        },
        kgCO2e: part.emissions,
        held: {
          siteTotal: part.leg === null ? (line?.amount ?? null) : null,
          allocation: [basis, explanation].filter(Boolean).join('：') || null,
          upstreamSupplier: line?.transport?.origin ?? null,
          evidence: line?.source ? [line.source] : [],
          remark: line?.remark ?? null,
        },
      };
    }),
  };
}
