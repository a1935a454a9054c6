import { allowedEvents, cellOf, decide, possibleTargets } from './decide.ts';
import type { Machine, Transition } from './table.ts';

/** One field of the full table: a state and an event, with the transition if the two go together. */
export interface Pair {
  readonly state: string;
  readonly event: string;
  readonly transition: Transition | undefined;
}

/** Every (state, event) pair of a machine, listed or not. For tests. */
export function everyPair(machine: Machine): Pair[] {
  return machine.states.flatMap((state) =>
    machine.events.map((event) => ({ state, event, transition: cellOf(machine, state, event) })),
  );
}

/** Every arrow of a machine as `state --event--> state`, one for each branch of a fork: the table to compare with R34. */
export function arrows(machine: Machine): string[] {
  return everyPair(machine).flatMap(({ state, event, transition }) =>
    transition ? possibleTargets(transition).map((to) => `${state} --${event}--> ${to}`) : [],
  );
}

/**
 * Breaches of the laws every machine obeys, in words; empty when it is sound:
 * a pair outside the table is refused with `transition.notAllowed`, naming exactly what is allowed; a listed
 * pair is refused to every role that is not listed; every target and initial state has a row; every state is
 * reachable from an initial one. For tests.
 */
export function breaches(machine: Machine): string[] {
  const found: string[] = [];
  const roles = new Set(everyPair(machine).flatMap(({ transition }) => transition?.by ?? []));
  for (const { state, event, transition } of everyPair(machine)) {
    if (!transition) {
      const refusal = attempt(machine, state, event, [...roles][0] ?? 'system');
      const allowed = allowedEvents(machine, state).join(', ');
      if (refusal?.code !== 'transition.notAllowed' || refusal.values.allowed !== allowed)
        found.push(`${state} × ${event} is not refused as unlisted`);
      continue;
    }
    const stranger = attempt(machine, state, event, 'nobody of the kind');
    if (stranger?.code !== 'transition.actorNotAllowed')
      found.push(`${state} × ${event} is open to any role`);
    if (transition.by.length === 0) found.push(`${state} × ${event} names no role`);
    for (const to of possibleTargets(transition))
      if (!machine.states.includes(to)) found.push(`${state} --${event}--> ${to} leads out of the table`);
  }
  for (const word of ['', 'constructor', '__proto__'])
    if (attempt(machine, word, machine.events[0] ?? '', 'system')?.code !== 'transition.unknownState')
      found.push(`'${word}' is taken for a state`);
  for (const state of machine.states)
    if (!reachable(machine).has(state)) found.push(`${state} cannot be reached`);
  return found;
}

function attempt(machine: Machine, state: string, event: string, role: string) {
  const result = decide(machine, state, { event, actor: { role, id: 'someone' } }, '2022-01-01T00:00:00Z');
  return result.ok ? undefined : result.findings[0];
}

function reachable(machine: Machine): ReadonlySet<string> {
  const seen = new Set<string>(machine.initial);
  for (const state of seen)
    for (const event of allowedEvents(machine, state)) {
      const transition = cellOf(machine, state, event);
      if (transition) for (const to of possibleTargets(transition)) seen.add(to);
    }
  return seen;
}

/** A command as a fuzzer makes it: any words, any facts. */
export interface AnyCommand {
  readonly event: string;
  readonly actor: { readonly role: string; readonly id: string };
  readonly comment?: string | null;
  readonly facts?: unknown;
}

/**
 * Runs commands one after the other and returns each straying from the table, in words; empty when the machine kept
 * to it: an accepted command moves along an arrow of its state, caused by a role of its cell, and is told in full; a
 * refused one has a reason and moves nothing. `visited` counts the accepted moves, so that a test can see that it
 * went somewhere. For tests.
 */
export function walk(
  machine: Machine,
  start: string,
  commands: readonly AnyCommand[],
  now: string,
): { readonly strayings: readonly string[]; readonly visited: number } {
  const known = new Set(arrows(machine));
  const strayings: string[] = [];
  let [state, visited] = [start, 0];
  for (const command of commands) {
    const result = decide(machine, state, command as never, now);
    const told = `${state} × ${command.event}`;
    if (!result.ok) {
      if (!result.findings.some(({ severity }) => severity === 'error')) strayings.push(`${told}: no reason`);
      continue;
    }
    const { from, event, to, actor, at } = result.value;
    if (from !== state || event !== command.event || actor !== command.actor || at !== now)
      strayings.push(`${told}: told otherwise`);
    if (!known.has(`${from} --${event}--> ${to}`)) strayings.push(`${told}: left the table to ${to}`);
    if (!cellOf(machine, state, event)?.by.includes(command.actor.role))
      strayings.push(`${told}: by ${actor.role}`);
    [state, visited] = [to, visited + 1];
  }
  return { strayings, visited };
}
