import { errorAt } from '@slipstream/quantity';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { allowedEvents, decide, isFinal } from './decide.ts';
import { commentGiven } from './guards.ts';
import { arrows, breaches, everyPair } from './laws.ts';
import {
  type CommandOf,
  defineMachine,
  type EventOf,
  type Guard,
  type RoleOf,
  type StateOf,
} from './table.ts';

const enoughMoney: Guard<{ coins: number }> = ({ coins }) =>
  coins >= 2 ? [] : [errorAt('gate.tooLittle', ['facts', 'coins'], { coins })];

const gate = defineMachine({
  name: 'gate',
  initial: ['closed'],
  table: {
    closed: {
      pay: { to: 'open', by: ['guest'], guards: [enoughMoney] },
      inspect: {
        to: {
          among: ['closed', 'broken'],
          choose: (facts: { works: boolean }) => (facts.works ? 'closed' : 'broken'),
        },
        by: ['porter'],
        guards: [commentGiven],
      },
    },
    open: { pass: { to: 'closed', by: ['guest', 'porter'], newVersion: true } },
    broken: {},
  },
});
const now = '2022-03-08T01:02:03Z';
const guest = { role: 'guest', id: 'mei' } as const;
const porter = { role: 'porter', id: 'lin' } as const;

describe('a table', () => {
  it('gives its types: states, events, roles and the facts each command must bring', () => {
    expectTypeOf<StateOf<typeof gate>>().toEqualTypeOf<'closed' | 'open' | 'broken'>();
    expectTypeOf<EventOf<typeof gate>>().toEqualTypeOf<'pay' | 'inspect' | 'pass'>();
    expectTypeOf<RoleOf<typeof gate>>().toEqualTypeOf<'guest' | 'porter'>();
    type Pay = Extract<CommandOf<typeof gate>, { event: 'pay' }>;
    expectTypeOf<Pay['facts']>().toEqualTypeOf<{ coins: number }>();
    // @ts-expect-error `inspect` must bring whether the gate works
    const withoutFacts: CommandOf<typeof gate> = { event: 'inspect', actor: porter };
    // @ts-expect-error a target that is no state
    const astray: Table<'a'> = { a: { go: { to: 'b', by: ['guest'] } } };
    expect([withoutFacts, astray]).toHaveLength(2);
  });
  it('has no way out of itself', () => expect(breaches(gate)).toEqual([]));
  it('lists its arrows, one for each branch', () =>
    expect(arrows(gate)).toEqual([
      'closed --pay--> open',
      'closed --inspect--> closed',
      'closed --inspect--> broken',
      'open --pass--> closed',
    ]));
});

describe('the laws notice', () => {
  it('a target without a row, a state no one reaches, and a cell no one may use', () => {
    const { table, ...rest } = gate;
    const bent = { ...rest, table: { ...table, open: { pass: { to: 'gone', by: [] } } } };
    expect(breaches({ ...bent, initial: ['open'] })).toEqual([
      'open × pass names no role',
      'open --pass--> gone leads out of the table',
      'closed cannot be reached',
      'broken cannot be reached',
    ]);
  });
});

describe('decide', () => {
  it('answers an accepted command with the event to store', () => {
    expect(decide(gate, 'closed', { event: 'pay', actor: guest, facts: { coins: 2 } }, now)).toEqual({
      ok: true,
      findings: [],
      value: {
        machine: 'gate',
        from: 'closed',
        event: 'pay',
        to: 'open',
        actor: guest,
        at: now,
        comment: null,
        newVersion: false,
      },
    });
    const passed = decide(gate, 'open', { event: 'pass', actor: porter, comment: '  ' }, now);
    expect(passed).toMatchObject({ ok: true, value: { to: 'closed', comment: null, newVersion: true } });
  });
  it('follows the branch the facts choose', () => {
    const inspect = { event: 'inspect', actor: porter, comment: 'yearly' } as const;
    expect(decide(gate, 'closed', { ...inspect, facts: { works: true } }, now)).toMatchObject({
      value: { to: 'closed' },
    });
    expect(decide(gate, 'closed', { ...inspect, facts: { works: false } }, now)).toMatchObject({
      value: { to: 'broken', comment: 'yearly' },
    });
  });
  it('refuses what is not listed and says what is', () =>
    expect(decide(gate, 'open', { event: 'pay', actor: guest, facts: { coins: 9 } }, now)).toEqual({
      ok: false,
      findings: [
        errorAt('transition.notAllowed', ['event'], {
          machine: 'gate',
          from: 'open',
          event: 'pay',
          allowed: 'pass',
        }),
      ],
    }));
  it('tells a stranger nothing but that', () => {
    const nobody = { role: 'porter', id: ' ' } as const;
    const result = decide(gate, 'closed', { event: 'pay', actor: nobody, facts: { coins: 1 } }, '111-03-08');
    expect(result.findings.map((finding) => finding.code)).toEqual([
      'transition.actorNotAllowed',
      'transition.actorMissing',
      'transition.instantInvalid',
    ]);
  });
  it('gives all that the guards miss', () => {
    const pay = { event: 'pay', actor: guest, facts: { coins: 1 } } as const;
    expect(decide(gate, 'closed', pay, now)).toEqual({
      ok: false,
      findings: [errorAt('gate.tooLittle', ['facts', 'coins'], { coins: 1 })],
    });
    const inspect = { event: 'inspect', actor: porter, facts: { works: true }, comment: ' ' } as const;
    expect(decide(gate, 'closed', inspect, now).findings[0]?.code).toBe('transition.commentMissing');
  });
  it('knows what each role may do now, and where all ends', () => {
    expect(allowedEvents(gate, 'closed')).toEqual(['pay', 'inspect']);
    expect(allowedEvents(gate, 'closed', 'guest')).toEqual(['pay']);
    expect(isFinal(gate, 'broken')).toBe(true);
    expect(isFinal(gate, 'open')).toBe(false);
  });
  it('never takes a word that is not in the table for a state or an event', () => {
    fc.assert(
      fc.property(fc.constantFrom('constructor', '__proto__', 'toString', ''), fc.string(), (trap, word) => {
        for (const event of [trap, word].filter((text) => !gate.events.includes(text as never))) {
          const command = { event, actor: guest } as never;
          expect(decide(gate, 'closed', command, now)).toMatchObject({ ok: false });
          expect(decide(gate, event as never, command, now).findings[0]?.code).toBe(
            'transition.unknownState',
          );
        }
      }),
    );
  });
  it('enumerates states × events', () => expect(everyPair(gate)).toHaveLength(3 * 3));
});
