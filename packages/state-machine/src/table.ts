import type { Finding } from '@slipstream/quantity';

/** Who acts: the person (or `system`) and the role in which the person acts now. */
export interface Actor<Role extends string = string> {
  readonly role: Role;
  readonly id: string;
}

/** A move about to be made, as guards see it. `at` is an ISO instant in UTC. */
export interface Move {
  readonly from: string;
  readonly event: string;
  readonly actor: Actor;
  readonly at: string;
  readonly comment: string | null;
}

/**
 * A condition of a transition: empty when it holds, else what is missing, with paths that start at `facts`.
 * `facts` is what the caller knows about the matter; what a guard asks for, its command must bring.
 */
export type Guard<Facts> = (facts: Facts, move: Move) => readonly Finding[];

/** A transition whose target hangs on the facts; `choose` may only answer with one of `among`. */
export interface Fork<State extends string> {
  readonly among: readonly State[];
  readonly choose: (facts: never) => State;
}

/** One cell of a table: where the event leads, in which roles it may be caused, and under which conditions. */
export interface Transition<State extends string = string> {
  readonly to: State | Fork<State>;
  readonly by: readonly string[];
  /** All are asked; their findings come back together. */
  readonly guards?: readonly Guard<never>[];
  /** The transition opens the next version of the record; the event says so. */
  readonly newVersion?: true;
}

/** A row for every state (an empty row is a final state), a cell for every event allowed in it. */
export type Table<State extends string = string> = {
  readonly [S in State]: { readonly [event: string]: Transition<State> };
};

/** A state machine as data: all it can ever do stands in `table`. */
export interface Machine {
  readonly name: string;
  /** The states a new record may begin in. */
  readonly initial: readonly string[];
  readonly table: Table;
  readonly states: readonly string[];
  readonly events: readonly string[];
}

/** A machine that still knows its own states and events; made by {@link defineMachine}. */
export interface DefinedMachine<Rows extends Table> extends Machine {
  readonly initial: readonly (keyof Rows & string)[];
  readonly table: Rows;
  readonly states: readonly (keyof Rows & string)[];
  readonly events: readonly EventIn<Rows>[];
}

type EventIn<Rows> = { [S in keyof Rows]: keyof Rows[S] & string }[keyof Rows] & string;
type CellsIn<Rows> = { [S in keyof Rows]: Rows[S][keyof Rows[S]] }[keyof Rows];
type CellsOf<Rows, Event> = {
  [S in keyof Rows]: Event extends keyof Rows[S] ? Rows[S][Event] : never;
}[keyof Rows];
type RoleIn<Rows> =
  CellsIn<Rows> extends { readonly by: readonly (infer Role extends string)[] } ? Role : never;

/** Everything in a cell that takes facts: its guards and the choice of its fork. */
type AsksFor<Cell> =
  | (Cell extends { readonly guards: readonly (infer G)[] } ? G : never)
  | (Cell extends { readonly to: { readonly choose: infer C } } ? C : never);
/** The facts an event must bring: what all its guards and forks ask for, together (parameters intersect). */
type FactsIn<Rows, Event> = [AsksFor<CellsOf<Rows, Event>>] extends [never]
  ? unknown
  : AsksFor<CellsOf<Rows, Event>> extends (facts: infer Facts, move: Move) => unknown
    ? Facts
    : never;

/** The states of a machine: `type RequestState = StateOf<typeof requestMachine>`. */
export type StateOf<M extends Machine> = keyof M['table'] & string;
/** The events of a machine. */
export type EventOf<M extends Machine> = EventIn<M['table']>;
/** The roles that occur in a machine. */
export type RoleOf<M extends Machine> = RoleIn<M['table']>;

/** What may be asked of a machine: an event, who causes it, a comment, and the facts its guards ask for. */
export type CommandOf<M extends Machine> = {
  [E in EventOf<M>]: {
    readonly event: E;
    readonly actor: Actor<RoleOf<M>>;
    readonly comment?: string | null;
  } & FactsPart<FactsIn<M['table'], E>>;
}[EventOf<M>];

type FactsPart<Facts> = unknown extends Facts ? { readonly facts?: undefined } : { readonly facts: Facts };

/**
 * Declares a machine. States, events, roles and the facts of each command are inferred from the table, so a
 * target that is no state, or a command without the facts its guards read, does not compile.
 *
 * @example
 * const doorMachine = defineMachine({
 *   name: 'door',
 *   initial: ['closed'],
 *   table: {
 *     closed: { open: { to: 'open', by: ['guest'] } },
 *     open: { close: { to: 'closed', by: ['guest', 'porter'] } },
 *   },
 * });
 */
export function defineMachine<const Rows extends Table<keyof Rows & string>>(declared: {
  readonly name: string;
  readonly initial: readonly NoInfer<keyof Rows & string>[];
  readonly table: Rows;
}): DefinedMachine<Rows> {
  const rows = Object.entries<Table[string]>(declared.table);
  return {
    ...declared,
    states: rows.map(([state]) => state) as (keyof Rows & string)[],
    events: [...new Set(rows.flatMap(([, cells]) => Object.keys(cells)))] as EventIn<Rows>[],
  };
}
