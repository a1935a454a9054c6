import {
  accept,
  anyNumber,
  choiceFaults,
  errorAt,
  type Finding,
  isDay,
  numberFaults,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';
import { type AssuranceLevel, assuranceLevels } from './label-eligibility.ts';

/** What a verification body states (查證聲明書, R16.4). */
export interface VerificationStatement {
  readonly scope: string;
  readonly level: AssuranceLevel;
  /** Whole days, both included, ISO dates. */
  readonly period: { readonly start: string; readonly end: string };
  readonly kgCO2e: number;
  /** Functional or declared unit of the value. */
  readonly perUnit: string;
  readonly pcrId: string | null;
  readonly issuedOn: string;
  /** Last valid day. */
  readonly validUntil: string;
}

export const statementFindingCodes = [
  'statement.scopeMissing',
  'statement.unitMissing',
  'statement.dayInvalid',
  'statement.daysContradict',
] as const;
type Code = (typeof statementFindingCodes)[number] | ValueFindingCode;

/**
 * A statement that says all it must (R16.4): scope, level, period, value and unit, rule, date, valid until.
 * @returns refused with every missing or contradictory field: the period ends before it starts or after the day of
 * issue, the validity before the day of issue.
 */
export function verificationStatement(statement: VerificationStatement): Result<VerificationStatement, Code> {
  const { period, issuedOn, validUntil } = statement;
  const days = [
    ['period', 'start', period.start],
    ['period', 'end', period.end],
    ['issuedOn', issuedOn],
    ['validUntil', validUntil],
  ] as const;
  const dayFaults = days.flatMap((place): Finding<Code>[] => {
    const day = place[place.length - 1] ?? null;
    return isDay(day) ? [] : [errorAt('statement.dayInvalid', place.slice(0, -1), { found: day })];
  });
  const contradictions: Finding<Code>[] = [
    ...inOrder(period.start, period.end, ['period']),
    ...inOrder(period.end, issuedOn, ['issuedOn']),
    ...inOrder(issuedOn, validUntil, ['validUntil']),
  ];
  const faults: Finding<Code>[] = [
    ...(statement.scope.trim() ? [] : [errorAt('statement.scopeMissing' as const, ['scope'])]),
    ...choiceFaults(statement.level, assuranceLevels, ['level']),
    ...numberFaults(statement.kgCO2e, anyNumber, ['kgCO2e']),
    ...(statement.perUnit.trim() ? [] : [errorAt('statement.unitMissing' as const, ['perUnit'])]),
    ...(dayFaults.length > 0 ? dayFaults : contradictions),
  ];
  return faults.length > 0 ? refuse(...faults) : accept(statement);
}

function inOrder(first: string, last: string, path: Finding['path']): Finding<Code>[] {
  return first <= last ? [] : [errorAt('statement.daysContradict', path, { first, last })];
}
