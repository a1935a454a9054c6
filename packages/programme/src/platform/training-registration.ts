import { accept, errorAt, type Finding, isInstant, type Result, refuse } from '@slipstream/quantity';
import { defineMachine, type Guard, type StateOf } from '@slipstream/state-machine';

/** The kinds of course (講習會, R28.2). */
export const trainingCourseKinds = ['common', 'organizationInventory', 'productFootprint'] as const;
export type TrainingCourseKind = (typeof trainingCourseKinds)[number];

export const trainingFindingCodes = [
  'training.capacityInvalid',
  'training.alreadyRegistered',
  'training.registrationClosed',
  'training.noSeatFree',
  'training.notFirstInLine',
  'training.notBegun',
  'training.instantInvalid',
] as const;
type Code = (typeof trainingFindingCodes)[number];

const fault = (code: Code, key: string, values: Finding['values'] = {}) => [
  errorAt(code, ['facts', key], values),
];

const seatFree: Guard<{
  readonly freeSeats: number;
  /** Earlier registrations that still wait. */
  readonly waitingBefore: number;
}> = ({ freeSeats, waitingBefore }) => [
  ...(freeSeats >= 1 ? [] : fault('training.noSeatFree', 'freeSeats', { freeSeats })),
  ...(waitingBefore < freeSeats ? [] : fault('training.notFirstInLine', 'waitingBefore', { waitingBefore })),
];
const sessionBegun: Guard<{ readonly beginsAt: string }> = ({ beginsAt }, { at }) => {
  if (!isInstant(beginsAt)) return fault('training.instantInvalid', 'beginsAt', { found: beginsAt });
  return Date.parse(at) >= Date.parse(beginsAt) ? [] : fault('training.notBegun', 'beginsAt', { beginsAt });
};

const cancel = { to: 'cancelled', by: ['trainee', 'trainer'] } as const;

/** One person's registration for one session (R28.2, R34). */
export const trainingRegistrationMachine = defineMachine({
  name: 'trainingRegistration',
  initial: ['registered', 'waitlisted'],
  table: {
    registered: {
      attend: { to: 'attended', by: ['trainer'], guards: [sessionBegun] },
      absent: { to: 'noShow', by: ['trainer'], guards: [sessionBegun] },
      cancel,
    },
    waitlisted: { promote: { to: 'registered', by: ['system', 'trainer'], guards: [seatFree] }, cancel },
    attended: { certify: { to: 'certified', by: ['trainer'] } },
    certified: {},
    noShow: {},
    cancelled: {},
  },
});
export type TrainingRegistrationState = StateOf<typeof trainingRegistrationMachine>;

export interface TrainingRegistration {
  readonly id: string;
  readonly personId: string;
  readonly state: TrainingRegistrationState;
}

/** What a session holds: its registrations in the order they came. */
export interface TrainingRoom {
  readonly capacity: number;
  readonly isOpen: boolean;
  readonly registrations: readonly TrainingRegistration[];
}

const occupying: readonly TrainingRegistrationState[] = ['registered', 'attended', 'certified', 'noShow'];

/**
 * The state a new registration begins in: `registered` while a seat is free and nobody waits, else `waitlisted` (R28.2).
 * @returns refused where registration is closed, the person is registered or waiting already (a cancelled registration
 * does not count), or the capacity is no whole number of at least 1.
 */
export function admit(room: TrainingRoom, personId: string): Result<'registered' | 'waitlisted', Code> {
  const findings: Finding<Code>[] = [
    ...capacityFindings(room),
    ...(room.isOpen ? [] : [errorAt('training.registrationClosed' as const, ['isOpen'])]),
    ...(room.registrations.some((other) => other.personId === personId && other.state !== 'cancelled')
      ? [errorAt('training.alreadyRegistered' as const, ['personId'], { personId })]
      : []),
  ];
  if (findings.length > 0) return refuse(...findings);
  return accept(freeSeats(room) > waiting(room).length ? 'registered' : 'waitlisted');
}

/** The ids to promote from the waiting list now, first come first served: as many as seats are free (R28.2). */
export function promotable(room: TrainingRoom): Result<readonly string[], Code> {
  const findings = capacityFindings(room);
  if (findings.length > 0) return refuse(...findings);
  return accept(
    waiting(room)
      .slice(0, Math.max(0, freeSeats(room)))
      .map(({ id }) => id),
  );
}

function freeSeats({ capacity, registrations }: TrainingRoom): number {
  return capacity - registrations.filter(({ state }) => occupying.includes(state)).length;
}

function waiting({ registrations }: TrainingRoom): readonly TrainingRegistration[] {
  return registrations.filter(({ state }) => state === 'waitlisted');
}

function capacityFindings({ capacity }: TrainingRoom): Finding<Code>[] {
  return Number.isInteger(capacity) && capacity >= 1
    ? []
    : [errorAt('training.capacityInvalid', ['capacity'], { found: capacity })];
}
