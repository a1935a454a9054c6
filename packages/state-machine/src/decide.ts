import { accept, errorAt, type Finding, type Result, refuse } from '@slipstream/quantity';
import type { CommandOf, EventOf, Machine, Move, RoleOf, StateOf, Transition } from './table.ts';

/**
 * Refusals of the table itself; guards add codes of their machine.
 * `notAllowed` {machine, from, event, allowed}: `allowed` lists the events possible now, comma separated;
 * `actorNotAllowed` {machine, event, role, allowed}: `allowed` lists the roles that may.
 */
export const transitionFindingCodes = [
  'transition.unknownState',
  'transition.notAllowed',
  'transition.actorNotAllowed',
  'transition.actorMissing',
  'transition.instantInvalid',
  'transition.commentMissing',
] as const;

/** An accepted transition, complete enough to be stored as it is: who, when, from where to where, and why (R34). */
export interface TransitionEvent<State extends string = string, Event extends string = string> {
  readonly machine: string;
  readonly from: State;
  readonly event: Event;
  readonly to: State;
  readonly actor: { readonly role: string; readonly id: string };
  /** ISO instant in UTC. */
  readonly at: string;
  readonly comment: string | null;
  readonly newVersion: boolean;
}

/**
 * Decides one command against the table (R34). Pure: `now` (ISO instant in UTC) comes from the caller.
 * @returns the event to store, whose `to` is the next state. Refused in this order: what the table does not
 * list; who may not, before any guard could tell a stranger something; then all that the guards miss, at once.
 */
export function decide<M extends Machine>(
  machine: M,
  state: StateOf<M>,
  command: NoInfer<CommandOf<M>>,
  now: string,
): Result<TransitionEvent<StateOf<M>, EventOf<M>>> {
  const { event, actor } = command;
  const facts = command.facts as never;
  if (!Object.hasOwn(machine.table, state)) {
    return refuse(errorAt('transition.unknownState', ['state'], { machine: machine.name, state }));
  }
  const transition = cellOf(machine, state, event);
  if (!transition) {
    const allowed = allowedEvents(machine, state).join(', ');
    return refuse(
      errorAt('transition.notAllowed', ['event'], { machine: machine.name, from: state, event, allowed }),
    );
  }
  const comment = command.comment?.trim() || null;
  const move = { from: state as string, event, actor, at: now, comment };
  const strange = whoAndWhen(machine, transition, move);
  if (strange.length > 0) return refuse(...strange);
  const findings = (transition.guards ?? []).flatMap((guard) => guard(facts, move));
  if (findings.some(({ severity }) => severity === 'error')) return refuse(...findings);
  const to = typeof transition.to === 'string' ? transition.to : transition.to.choose(facts);
  if (!possibleTargets(transition).includes(to)) throw new Error(`${machine.name}: ${event} chose ${to}`);
  return accept(
    { machine: machine.name, ...move, to, newVersion: transition.newVersion ?? false } as TransitionEvent<
      StateOf<M>,
      EventOf<M>
    >,
    findings,
  );
}

/**
 * The events possible in a state, for buttons and messages: all, or those one role may cause. Guards are not
 * asked: an event listed here may still be refused for what is missing.
 */
export function allowedEvents<M extends Machine>(
  machine: M,
  state: StateOf<M>,
  role?: RoleOf<M>,
): readonly EventOf<M>[] {
  const row = Object.hasOwn(machine.table, state) ? (machine.table[state] ?? {}) : {};
  const events = Object.entries(row).filter(([, { by }]) => role === undefined || by.includes(role));
  return events.map(([event]) => event) as EventOf<M>[];
}

/** Whether nothing can follow: the row of the state is empty. */
export function isFinal<M extends Machine>(machine: M, state: StateOf<M>): boolean {
  return allowedEvents(machine, state).length === 0;
}

/** The cell of the table, or undefined; inherited keys such as `constructor` are no events. */
export function cellOf(machine: Machine, state: string, event: string): Transition | undefined {
  const row = Object.hasOwn(machine.table, state) ? machine.table[state] : undefined;
  return row && Object.hasOwn(row, event) ? row[event] : undefined;
}

/** The states a transition can lead to: one, or all branches of its fork. */
export function possibleTargets(transition: Transition): readonly string[] {
  return typeof transition.to === 'string' ? [transition.to] : transition.to.among;
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

function whoAndWhen(machine: Machine, transition: Transition, move: Move): Finding[] {
  const { event, actor, at } = move;
  const findings: Finding[] = [];
  if (!transition.by.includes(actor.role)) {
    const allowed = transition.by.join(', ');
    findings.push(
      errorAt('transition.actorNotAllowed', ['actor', 'role'], {
        machine: machine.name,
        event,
        role: actor.role,
        allowed,
      }),
    );
  }
  if (actor.id.trim() === '') findings.push(errorAt('transition.actorMissing', ['actor', 'id'], { event }));
  if (!instant.test(at) || Number.isNaN(Date.parse(at))) {
    findings.push(errorAt('transition.instantInvalid', ['now'], { event, instant: at }));
  }
  return findings;
}
