import {
  acceptFinite,
  errorAt,
  type Finding,
  faultsIn,
  notNegative,
  type Result,
  refuse,
  type ValueFindingCode,
} from '@slipstream/quantity';
import { commentGiven, defineMachine, type Guard, type StateOf } from '@slipstream/state-machine';

export const offsetFindingCodes = ['offset.methodologyMissing', 'offset.noCredits'] as const;

/**
 * Credits of an offset project (R27, ISO 14064-2): max(0, baseline - project - leakage), t CO2e. They are kept in a
 * credit account and never counted in a footprint or an inventory total.
 * @returns refused where one of them is negative or no number.
 */
export function offsetCredits(input: {
  readonly baselineTonnes: number;
  readonly projectTonnes: number;
  readonly leakageTonnes: number;
}): Result<{ readonly creditTonnes: number }, ValueFindingCode> {
  const faults = faultsIn(input, {
    baselineTonnes: notNegative,
    projectTonnes: notNegative,
    leakageTonnes: notNegative,
  });
  if (faults.length > 0) return refuse(...faults);
  const { baselineTonnes, projectTonnes, leakageTonnes } = input;
  return acceptFinite({ creditTonnes: Math.max(0, baselineTonnes - projectTonnes - leakageTonnes) });
}

const finding = (code: (typeof offsetFindingCodes)[number], key: string): Finding[] => [
  errorAt(code, ['facts', key]),
];

const methodologyChosen: Guard<{ readonly methodologyId: string | null }> = ({ methodologyId }) =>
  methodologyId?.trim() ? [] : finding('offset.methodologyMissing', 'methodologyId');
const creditsEarned: Guard<{ readonly creditTonnes: number | null }> = ({ creditTonnes }) =>
  creditTonnes !== null && Number.isFinite(creditTonnes) && creditTonnes > 0
    ? []
    : finding('offset.noCredits', 'creditTonnes');

const reject = { to: 'rejected', by: ['registry', 'body'], guards: [commentGiven] } as const;

/** An offset project (抵換專案, R27, R34); `body` validates and verifies, `registry` registers and issues. */
export const offsetProjectMachine = defineMachine({
  name: 'offsetProject',
  initial: ['draft'],
  table: {
    draft: { submit: { to: 'submitted', by: ['owner'], guards: [methodologyChosen] } },
    submitted: { validate: { to: 'validated', by: ['body'] }, reject },
    validated: { register: { to: 'registered', by: ['registry'] }, reject },
    registered: { monitor: { to: 'monitoring', by: ['owner'] } },
    monitoring: { verify: { to: 'creditsVerified', by: ['body'] } },
    creditsVerified: { issue: { to: 'issued', by: ['registry'], guards: [creditsEarned] } },
    issued: { transfer: { to: 'transferred', by: ['owner'] }, retire: { to: 'retired', by: ['owner'] } },
    transferred: {},
    retired: {},
    rejected: {},
  },
});
export type OffsetProjectState = StateOf<typeof offsetProjectMachine>;
