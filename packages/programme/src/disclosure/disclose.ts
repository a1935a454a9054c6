import { isInstant } from '@slipstream/quantity';
import type {
  AnswerFootprint,
  AnswerLine,
  AnswerStageTotal,
  RecipientShare,
  Share,
  SupplierAnswer,
  Viewer,
} from './answer.ts';
import type { ConfidentialityLevel } from './levels.ts';

/** A line as a recipient sees it at level `full`. */
export type DisclosedLine = Omit<AnswerLine, 'held'>;

/** Level `footprintOnly`: one number with its data quality and boundary. */
export interface FootprintOnlyView {
  readonly level: 'footprintOnly';
  readonly requestId: string;
  readonly version: number;
  readonly footprint: AnswerFootprint;
}

/** Level `stageTotals`: the number and its parts by stage. */
export interface StageTotalsView extends Omit<FootprintOnlyView, 'level'> {
  readonly level: 'stageTotals';
  readonly stageTotals: readonly AnswerStageTotal[];
}

/** Level `full`: the number, its parts by stage, and the lines. */
export interface FullView extends Omit<StageTotalsView, 'level'> {
  readonly level: 'full';
  readonly lines: readonly DisclosedLine[];
}

/** The whole answer, for its owner and for a verifier under the owner's agreement. */
export interface WholeView {
  readonly level: 'whole';
  readonly answer: SupplierAnswer;
}

export type RecipientView = FootprintOnlyView | StageTotalsView | FullView;

/**
 * THE function that builds what anybody sees of a supplier's answer (R15.2, R15.3); nothing else may.
 *
 * - the data owner sees the whole answer, whatever is shared;
 * - a data recipient sees what the level of its share allows, field by field: each view is built from named
 *   fields, so that a field added to the answer stays hidden until it is named here;
 * - a verifier sees the whole answer under its own agreement with the owner;
 * - an association sees nothing of a single answer.
 *
 * A share counts only for the answer, version, owner and organization it names, from `validFrom` until just before
 * `expiresAt`, and not once it is withdrawn; an unreadable instant closes it. @returns null for everything else: an answer that
 * does not exist, was never shared, has expired or was withdrawn all look the same.
 *
 * @param now ISO instant in UTC
 */
export function disclose(
  answer: SupplierAnswer | null,
  share: Share | null,
  viewer: Viewer,
  now: string,
): RecipientView | WholeView | null {
  if (answer === null) return null;
  switch (viewer.capacity) {
    case 'dataOwner':
      return viewer.organization === answer.dataOwner ? { level: 'whole', answer } : null;
    case 'verifier':
      return share?.kind === 'verifier' && share.verifier === viewer.organization && holds(share, answer, now)
        ? { level: 'whole', answer }
        : null;
    case 'dataRecipient':
      return share?.kind === 'recipient' &&
        share.dataRecipient === viewer.organization &&
        holds(share, answer, now)
        ? atLevel(answer, share.level)
        : null;
    default:
      return null;
  }
}

/**
 * What the recipient will see under a share that is about to be given: the same function, asked at the share's
 * first moment as its recipient.
 */
export function previewDisclosure(answer: SupplierAnswer, share: RecipientShare): RecipientView | null {
  const recipient = { organization: share.dataRecipient, capacity: 'dataRecipient' } as const;
  return disclose(answer, share, recipient, share.validFrom) as RecipientView | null;
}

function holds(share: Share, answer: SupplierAnswer, now: string): boolean {
  const { validFrom, expiresAt } = share;
  return (
    share.requestId === answer.requestId &&
    share.dataOwner === answer.dataOwner &&
    share.version === answer.version &&
    share.withdrawnAt === null &&
    isInstant(now) &&
    isInstant(validFrom) &&
    Date.parse(validFrom) <= Date.parse(now) &&
    (expiresAt === null || (isInstant(expiresAt) && Date.parse(now) < Date.parse(expiresAt)))
  );
}

function atLevel(answer: SupplierAnswer, level: ConfidentialityLevel): RecipientView | null {
  switch (level) {
    case 'footprintOnly':
      return { level, ...numberOf(answer) };
    case 'stageTotals':
      return { level, ...numberOf(answer), ...stagesOf(answer) };
    case 'full':
      return { level, ...numberOf(answer), ...stagesOf(answer), lines: answer.lines.map(disclosedLine) };
    default:
      return null;
  }
}

function numberOf({ requestId, version, footprint }: SupplierAnswer): Omit<FootprintOnlyView, 'level'> {
  const { kgCO2e, declaredUnit, boundary, gwpSet, dataQualityScore, primaryDataSharePercent } = footprint;
  return {
    requestId,
    version,
    footprint: {
      kgCO2e,
      declaredUnit: { amount: declaredUnit.amount, unit: declaredUnit.unit },
      boundary: {
        business: boundary.business,
        period: { start: boundary.period.start, end: boundary.period.end },
        geography: boundary.geography,
      },
      gwpSet,
      dataQualityScore,
      primaryDataSharePercent,
    },
  };
}

function stagesOf({ stageTotals }: SupplierAnswer): Pick<StageTotalsView, 'stageTotals'> {
  return { stageTotals: stageTotals.map(({ stage, kgCO2e }) => ({ stage, kgCO2e })) };
}

function disclosedLine({
  id,
  stage,
  name,
  amount,
  unit,
  dataType,
  factor,
  kgCO2e,
}: AnswerLine): DisclosedLine {
  const { name: factorName, value, unit: factorUnit, source, referenceYear } = factor;
  return {
    id,
    stage,
    name,
    amount,
    unit,
    dataType,
    factor: { name: factorName, value, unit: factorUnit, source, referenceYear },
    kgCO2e,
  };
}
