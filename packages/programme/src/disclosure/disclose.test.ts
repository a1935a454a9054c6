import { dataTypes, lifeCycleStages } from '@slipstream/footprint';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { RecipientShare, Share, SupplierAnswer, VerifierAgreement, Viewer } from './answer.ts';
import { viewerCapacities } from './answer.ts';
import {
  disclose,
  type FootprintOnlyView,
  type FullView,
  previewDisclosure,
  type RecipientView,
  type StageTotalsView,
} from './disclose.ts';
import { confidentialityLevels } from './levels.ts';

const now = '2022-06-01T00:00:00Z';
const lead: Viewer = { organization: 'lead', capacity: 'dataRecipient' };
const share: RecipientShare = {
  kind: 'recipient',
  requestId: 'r1',
  dataOwner: 'screws',
  dataRecipient: 'lead',
  version: 3,
  level: 'full',
  validFrom: '2022-05-01T00:00:00Z',
  expiresAt: '2022-07-01T00:00:00Z',
  withdrawnAt: null,
};
const agreement: VerifierAgreement = {
  kind: 'verifier',
  requestId: 'r1',
  dataOwner: 'screws',
  verifier: 'sgs',
  version: 3,
  validFrom: share.validFrom,
  expiresAt: null,
  withdrawnAt: null,
};

/** Random answers in which every secret is a value that occurs once: a canary. */
const answers: fc.Arbitrary<SupplierAnswer> = fc
  .array(
    fc.record({
      stage: fc.constantFrom(...lifeCycleStages),
      dataType: fc.constantFrom(...dataTypes),
      evidenceCount: fc.nat(3),
    }),
    { maxLength: 8 },
  )
  .map((shapes) => {
    let next = 1_000_003;
    const number = () => {
      next += 7919;
      return next + 0.25;
    };
    const text = () => `canary-${number()}`;
    return {
      requestId: 'r1',
      dataOwner: 'screws',
      version: 3,
      footprint: {
        kgCO2e: number(),
        declaredUnit: { amount: number(), unit: text() },
        boundary: { business: 'B2B', period: { start: text(), end: text() }, geography: text() },
        gwpSet: text(),
        dataQualityScore: number(),
        primaryDataSharePercent: number(),
      },
      stageTotals: [...new Set(shapes.map(({ stage }) => stage))].map((stage) => ({
        stage,
        kgCO2e: number(),
      })),
      lines: shapes.map(({ stage, dataType, evidenceCount }) => ({
        id: text(),
        stage,
        dataType,
        name: text(),
        amount: number(),
        unit: text(),
        factor: { name: text(), value: number(), unit: text(), source: text(), referenceYear: number() },
        kgCO2e: number(),
        held: {
          siteTotal: number(),
          allocation: text(),
          upstreamSupplier: text(),
          evidence: Array.from({ length: evidenceCount }, text),
          remark: text(),
        },
      })),
    };
  });

/** Every string and number anywhere in a value, as text. */
function leaves(value: unknown): Set<string> {
  if (typeof value === 'object' && value !== null)
    return new Set(Object.values(value).flatMap((part) => [...leaves(part)]));
  return new Set([String(value)]);
}
/** What no view but the whole one may hold, and what each level adds to the one below. */
const secretsOf = (answer: SupplierAnswer) => ({
  held: leaves(answer.lines.map(({ held }) => held)),
  lines: leaves(answer.lines.map(({ held, stage, dataType, ...line }) => line)),
  stages: leaves(answer.stageTotals.map(({ kgCO2e }) => kgCO2e)),
  footprint: leaves(answer.footprint),
});
const at = (level: RecipientShare['level'], answer: SupplierAnswer) =>
  disclose(answer, { ...share, level }, lead, now) as RecipientView;
const sorted = (value: object) => Object.keys(value).sort();

describe('a level', () => {
  it('cannot carry more than it allows: the types have no room for it', () => {
    expectTypeOf<keyof FootprintOnlyView>().toEqualTypeOf<'level' | 'requestId' | 'version' | 'footprint'>();
    expectTypeOf<Exclude<keyof StageTotalsView, keyof FootprintOnlyView>>().toEqualTypeOf<'stageTotals'>();
    expectTypeOf<Exclude<keyof FullView, keyof StageTotalsView>>().toEqualTypeOf<'lines'>();
    expectTypeOf<FullView['lines'][number]>().not.toHaveProperty('held');
  });

  it('lets no text and no number out that it does not include, in whatever form it is written', () => {
    fc.assert(
      fc.property(answers, (answer) => {
        const secret = secretsOf(answer);
        const hidden = {
          footprintOnly: [...secret.stages, ...secret.lines, ...secret.held],
          stageTotals: [...secret.lines, ...secret.held],
          full: [...secret.held],
        };
        for (const level of confidentialityLevels) {
          const written = JSON.stringify(at(level, answer));
          for (const canary of hidden[level]) expect(written).not.toContain(canary);
        }
      }),
    );
  });

  it('shows all that it includes', () => {
    fc.assert(
      fc.property(answers, (answer) => {
        const secret = secretsOf(answer);
        const shown = {
          footprintOnly: [...secret.footprint],
          stageTotals: [...secret.footprint, ...secret.stages],
          full: [...secret.footprint, ...secret.stages, ...secret.lines],
        };
        for (const level of confidentialityLevels)
          expect([...leaves(at(level, answer))]).toEqual(expect.arrayContaining(shown[level]));
      }),
    );
  });

  it('is part of every wider level', () => {
    fc.assert(
      fc.property(answers, (answer) => {
        const { level: least, ...footprintOnly } = at('footprintOnly', answer);
        const { level: more, ...stageTotals } = at('stageTotals', answer);
        expect([least, more]).toEqual(['footprintOnly', 'stageTotals']);
        expect(stageTotals).toMatchObject(footprintOnly);
        expect(at('full', answer)).toMatchObject(stageTotals);
      }),
    );
  });

  it('drops what is attached to the answer beyond its type, at every depth', () => {
    fc.assert(
      fc.property(answers, fc.constantFrom('unitCost', 'customers', 'level', 'lines2'), (answer, key) => {
        const poison = (value: unknown): unknown => {
          if (Array.isArray(value)) return value.map(poison);
          if (typeof value !== 'object' || value === null) return value;
          const parts = Object.entries(value).map(([name, part]) => [name, poison(part)]);
          return { ...Object.fromEntries(parts), [key]: 'smuggled' };
        };
        const poisoned = poison(answer) as SupplierAnswer;
        for (const level of confidentialityLevels) expect(at(level, poisoned)).toEqual(at(level, answer));
      }),
    );
  });

  it('shares no object with the answer that a caller could follow or change', () => {
    fc.assert(
      fc.property(answers, (answer) => {
        const objects = (value: unknown): object[] =>
          typeof value === 'object' && value !== null
            ? [value, ...Object.values(value).flatMap(objects)]
            : [];
        const own = new Set(objects(answer));
        expect(objects(at('full', answer)).filter((part) => own.has(part))).toEqual([]);
      }),
    );
  });
});

describe('who sees what', () => {
  const answer = fc.sample(answers, { numRuns: 1, seed: 7 })[0] as SupplierAnswer;

  it('the owner sees its whole answer, shared or not', () => {
    const owner: Viewer = { organization: 'screws', capacity: 'dataOwner' };
    expect(disclose(answer, null, owner, now)).toEqual({ level: 'whole', answer });
    expect(disclose(answer, { ...share, withdrawnAt: now }, owner, now)).toEqual({ level: 'whole', answer });
  });
  it('a verifier sees it whole under its own agreement alone', () => {
    const verifier: Viewer = { organization: 'sgs', capacity: 'verifier' };
    expect(disclose(answer, agreement, verifier, now)).toEqual({ level: 'whole', answer });
    expect(disclose(answer, share, verifier, now)).toBeNull();
    expect(disclose(answer, { ...share, dataRecipient: 'sgs' }, verifier, now)).toBeNull();
    expect(disclose(answer, agreement, { ...verifier, capacity: 'dataRecipient' }, now)).toBeNull();
  });
  it('a recipient sees its level', () =>
    expect(sorted(at('stageTotals', answer))).toEqual([
      'footprint',
      'level',
      'requestId',
      'stageTotals',
      'version',
    ]));
  it('a preview is what will be seen', () => {
    const future = {
      ...share,
      validFrom: '2030-01-01T00:00:00Z',
      expiresAt: null,
      level: 'stageTotals',
    } as const;
    expect(previewDisclosure(answer, future)).toEqual(at('stageTotals', answer));
    expect(disclose(answer, future, lead, now)).toBeNull();
  });
  it.each<[string, Partial<RecipientShare>, Partial<Viewer>?]>([
    ['not yet valid', { validFrom: '2022-06-01T00:00:01Z' }],
    ['expired this second', { expiresAt: now }],
    ['withdrawn', { withdrawnAt: '2022-05-20T00:00:00Z' }],
    ['withdrawn with a clock ahead', { withdrawnAt: '2022-06-01T00:10:00Z' }],
    ['for another version', { version: 2 }],
    ['for another request', { requestId: 'r2' }],
    ['by another owner', { dataOwner: 'bolts' }],
    ['to another lead firm', { dataRecipient: 'lead2' }],
    ['with an end no one can read', { expiresAt: 'next year' }],
    ['with a level unknown', { level: 'everything' as never }],
    ['asked by an association', {}, { capacity: 'association' }],
    [
      'asked by an association named in it',
      { dataRecipient: 'tami' },
      { organization: 'tami', capacity: 'association' },
    ],
    ['asked in a capacity unknown', {}, { capacity: 'admin' as never }],
  ])('a share %s gives nothing', (_, part, viewer = {}) =>
    expect(disclose(answer, { ...share, ...part }, { ...lead, ...viewer }, now)).toBeNull(),
  );
  it('absent and forbidden look the same, and so does a moment no one can read', () => {
    expect(disclose(null, share, lead, now)).toBe(disclose(answer, null, lead, now));
    expect(disclose(answer, share, lead, 'now')).toBeNull();
  });
});

it('gives a stranger nothing, whatever the share and the moment (random shares, viewers, moments)', () => {
  const moment = fc
    .integer({ min: 0, max: 400 })
    .map((days) => new Date(1_640_995_200_000 + days * 86_400_000).toISOString());
  const organization = fc.constantFrom('screws', 'lead', 'lead2', 'sgs', 'tami');
  const shares: fc.Arbitrary<Share> = fc
    .record({
      kind: fc.constantFrom('recipient', 'verifier'),
      requestId: fc.constantFrom('r1', 'r2'),
      dataOwner: organization,
      dataRecipient: organization,
      verifier: organization,
      version: fc.integer({ min: 2, max: 3 }),
      level: fc.constantFrom(...confidentialityLevels),
      validFrom: moment,
      expiresAt: fc.option(moment),
      withdrawnAt: fc.option(moment),
    })
    .map((record) => record as unknown as Share);
  const viewers = fc.record({ organization, capacity: fc.constantFrom(...viewerCapacities) });
  fc.assert(
    fc.property(answers, shares, viewers, moment, (answer, given, viewer, at) => {
      const view = disclose(answer, given, viewer, at);
      const names = given.kind === 'recipient' ? given.dataRecipient : given.verifier;
      const capacity = given.kind === 'recipient' ? 'dataRecipient' : 'verifier';
      const stands =
        given.requestId === 'r1' &&
        given.version === 3 &&
        given.dataOwner === 'screws' &&
        given.withdrawnAt === null &&
        given.validFrom <= at &&
        (given.expiresAt === null || at < given.expiresAt);
      const granted = stands && viewer.capacity === capacity && viewer.organization === names;
      const owns = viewer.capacity === 'dataOwner' && viewer.organization === 'screws';
      const level = given.kind === 'recipient' && !owns ? given.level : 'whole';
      expect(view?.level ?? null).toBe(granted || owns ? level : null);
    }),
    { numRuns: 2000 },
  );
});
