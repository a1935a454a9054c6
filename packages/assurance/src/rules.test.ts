import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelEligibility, labelRefusals } from './label-eligibility.ts';
import { pcrFinalisation } from './pcr-finalisation.ts';
import { pcrNeed, pcrSearchPlaces } from './pcr-need.ts';
import { choiceCriteria, productChoice } from './product-choice.ts';
import { optionalReportItems, reportCompleteness, reportItems } from './report-completeness.ts';
import { missingReviewDocuments, reviewDocuments } from './review-documents.ts';
import { openFindings, type VerificationFinding } from './verification-finding.ts';
import { type VerificationStatement, verificationStatement } from './verification-statement.ts';

const codes = (result: { findings: readonly { code: string }[] }) => result.findings.map(({ code }) => code);
const days = fc
  .integer({ min: 0, max: 20_000 })
  .map((count) => new Date(count * 86_400_000).toISOString().slice(0, 10));
const allItems = reportItems.map((_, index) => index + 1);

describe('a report', () => {
  it('has nineteen items, of which five may be left out with a reason', () => {
    expect(reportItems).toHaveLength(19);
    const leftOut = optionalReportItems.map((item) => ({ item, reason: 'lives less than ten years' }));
    const present = allItems.filter((item) => !optionalReportItems.includes(item));
    expect(reportCompleteness(present, leftOut)).toMatchObject({ value: { missing: [], complete: true } });
  });
  it.each([
    [11, 'not needed', 'report.mayNotBeLeftOut'],
    [9, ' ', 'report.reasonMissing'],
  ])('item %i left out with "%s" is still missing', (item, reason, code) => {
    const result = reportCompleteness(
      allItems.filter((number) => number !== item),
      [{ item, reason }],
    );
    expect(result).toMatchObject({ ok: true, value: { missing: [item], complete: false } });
    expect(codes(result)).toEqual([code]);
  });
  it('lacks exactly what is neither written nor rightly left out', () => {
    const items = fc.subarray(allItems);
    fc.assert(
      fc.property(items, items, (present, declared) => {
        const result = reportCompleteness(
          present,
          declared.map((item) => ({ item, reason: 'because' })),
        );
        const missing = allItems.filter(
          (item) =>
            !present.includes(item) && !(declared.includes(item) && optionalReportItems.includes(item)),
        );
        expect(result).toMatchObject({ ok: true, value: { missing, complete: missing.length === 0 } });
      }),
    );
  });
  it('knows no item 0, 20 or 1.5', () => {
    expect(codes(reportCompleteness([0, 20, 1.5], [{ item: Number.NaN, reason: '' }]))).toEqual(
      Array(4).fill('report.itemUnknown'),
    );
    expect(codes(reportCompleteness(allItems, [{ item: 9, reason: 'x' }]))).toEqual([
      'report.presentAndNotApplicable',
    ]);
  });
});

it('review documents: what is missing comes in the order of the list, the checklist for series only', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...reviewDocuments]), fc.boolean(), (provided, isSeries) => {
      const { missing, complete } = missingReviewDocuments(provided, isSeries);
      const required = isSeries ? reviewDocuments : reviewDocuments.slice(0, 6);
      expect(missing).toEqual(required.filter((document) => !provided.includes(document)));
      expect(complete).toBe(missing.length === 0);
    }),
  );
});

describe('a label', () => {
  const evidence = {
    basis: 'verificationStatement',
    assurance: 'reasonable',
    validUntil: '2023-02-17',
    applicationDate: '2022-02-17',
    pcrConformant: true,
  } as const;
  it('needs a year left: the same day next year is enough, the day before is not', () => {
    expect(labelEligibility(evidence)).toMatchObject({ value: { eligible: true, reasons: [] } });
    expect(labelEligibility({ ...evidence, validUntil: '2023-02-16' })).toMatchObject({
      value: { eligible: false, reasons: ['validityTooShort'] },
    });
  });
  it('tells every reason, in alphabetical order', () => {
    const worst = {
      ...evidence,
      assurance: 'limited',
      validUntil: '2022-03-01',
      pcrConformant: false,
    } as const;
    expect(labelEligibility(worst)).toMatchObject({ value: { reasons: [...labelRefusals].sort() } });
    expect(labelEligibility({ ...evidence, assurance: null })).toMatchObject({
      value: { reasons: ['assuranceNotReasonable'] },
    });
  });
  it('a critical review needs no assurance', () =>
    expect(labelEligibility({ ...evidence, basis: 'criticalReviewReport', assurance: null })).toMatchObject({
      value: { eligible: true },
    }));
  it('more validity never hurts', () => {
    fc.assert(
      fc.property(days, days, days, (applicationDate, one, other) => {
        const [validUntil, later] = [one, other].sort() as [string, string];
        const eligible = (until: string) => {
          const result = labelEligibility({ ...evidence, applicationDate, validUntil: until });
          return result.ok && result.value.eligible;
        };
        return !eligible(validUntil) || eligible(later);
      }),
    );
  });
  it.each([
    [{ validUntil: '2023-02-29' }, 'label.dayInvalid'],
    [{ applicationDate: '111/2/17' }, 'label.dayInvalid'],
    [{ basis: 'promise' as never }, 'value.unknownChoice'],
    [{ assurance: 'absolute' as never }, 'value.unknownChoice'],
  ])('%j is refused', (part, code) => {
    const result = labelEligibility({ ...evidence, ...part });
    expect(result.findings).toMatchObject([{ code, path: Object.keys(part) }]);
  });
});

describe('finalising a rule', () => {
  const waiting = {
    forLabel: false,
    commentsResolvedOn: '2022-02-17',
    lastObjectionResolvedOn: null,
    today: '2022-03-03',
  };
  it('waits fourteen days, and again after an objection', () => {
    expect(pcrFinalisation(waiting)).toMatchObject({
      value: { earliestDate: '2022-03-03', canFinalise: true },
    });
    expect(pcrFinalisation({ ...waiting, lastObjectionResolvedOn: '2022-02-25' })).toMatchObject({
      value: { earliestDate: '2022-03-11', canFinalise: false },
    });
    expect(pcrFinalisation({ ...waiting, lastObjectionResolvedOn: '2022-02-01' })).toMatchObject({
      value: { earliestDate: '2022-03-03' },
    });
  });
  it('never comes by waiting for a label rule or while comments are open', () => {
    for (const part of [{ forLabel: true }, { commentsResolvedOn: null }])
      expect(pcrFinalisation({ ...waiting, ...part })).toMatchObject({
        value: { earliestDate: null, canFinalise: false },
      });
  });
  it('once possible stays possible, and an objection never makes it earlier', () => {
    fc.assert(
      fc.property(days, fc.option(days), days, days, (commentsResolvedOn, objection, one, other) => {
        const [today, later] = [one, other].sort() as [string, string];
        const on = (day: string, lastObjectionResolvedOn: string | null) => {
          const result = pcrFinalisation({
            ...waiting,
            commentsResolvedOn,
            lastObjectionResolvedOn,
            today: day,
          });
          if (!result.ok) throw new Error('refused');
          return result.value;
        };
        if (on(today, objection).canFinalise) expect(on(later, objection).canFinalise).toBe(true);
        expect((on(today, objection).earliestDate ?? '') >= (on(today, null).earliestDate ?? '')).toBe(true);
      }),
    );
  });
  it('refuses days that do not exist', () =>
    expect(
      codes(pcrFinalisation({ ...waiting, commentsResolvedOn: '2022-02-30', today: null as never })),
    ).toEqual(['pcr.dayInvalid', 'pcr.dayInvalid']));
});

describe('the need for a rule', () => {
  it('uses what fits, adapts what nearly fits, develops what is found nowhere', () => {
    const near = { id: 'near', fit: 'smallChanges' } as const;
    const fits = { id: 'fits', fit: 'fits' } as const;
    expect(pcrNeed([near, fits], [])).toMatchObject({ value: { need: 'useExisting', pcrId: 'fits' } });
    expect(pcrNeed([{ id: 'x', fit: 'none' }, near], [])).toMatchObject({
      value: { need: 'adaptExisting', pcrId: 'near' },
    });
    expect(pcrNeed([], pcrSearchPlaces)).toMatchObject({ value: { need: 'developNew', pcrId: null } });
  });
  it('develops nothing before every place was searched', () =>
    expect(pcrNeed([], ['nationalList'])).toMatchObject({
      ok: false,
      findings: [{ values: { place: 'epdProgrammes' } }, { values: { place: 'pefcr' } }],
    }));
});

describe('choosing the product', () => {
  const grade = (
    productId: string,
    criterion: (typeof choiceCriteria)[number],
    value: number,
    department = 'purchasing',
  ) => ({
    productId,
    department,
    criterion,
    grade: value,
  });
  it('takes the mean of the departments, then of the criteria: (3 + (5 + 2) / 2) / 2', () => {
    const result = productChoice([
      grade('lamp', 'purpose', 3),
      grade('lamp', 'resources', 5),
      grade('lamp', 'resources', 2, 'finance'),
    ]);
    expect(result).toMatchObject({
      value: [{ score: 3.25, byCriterion: { purpose: 3, resources: 3.5 }, ungraded: { length: 4 } }],
    });
  });
  it('puts the fully graded before the half graded', () => {
    const full = choiceCriteria.map((criterion) => grade('full', criterion, 2));
    const result = productChoice([grade('half', 'purpose', 5), ...full]);
    expect(result.ok && result.value.map(({ productId }) => productId)).toEqual(['full', 'half']);
  });
  it('lies between its lowest and highest grade, in whatever order the grades come', () => {
    const grades = fc.uniqueArray(
      fc.record({
        productId: fc.constantFrom('a', 'b', 'c'),
        department: fc.constantFrom('rd', 'sales'),
        criterion: fc.constantFrom(...choiceCriteria),
        grade: fc.integer({ min: 1, max: 5 }),
      }),
      { selector: ({ productId, department, criterion }) => `${productId} ${department} ${criterion}` },
    );
    fc.assert(
      fc.property(grades, (given) => {
        const [one, other] = [productChoice(given), productChoice(given.toReversed())];
        if (!one.ok || !other.ok) return false;
        expect(other.value.map(({ productId }) => productId)).toEqual(
          one.value.map(({ productId }) => productId),
        );
        return one.value.every(({ productId, score }) => {
          const own = given.filter((entry) => entry.productId === productId).map((entry) => entry.grade);
          return score >= Math.min(...own) && score <= Math.max(...own);
        });
      }),
    );
  });
  it('refuses grades outside 1 to 5, unknown criteria and grading twice', () => {
    expect(codes(productChoice([grade('a', 'purpose', 0), grade('b', 'purpose', 4.5)]))).toEqual([
      'productChoice.gradeInvalid',
      'productChoice.gradeInvalid',
    ]);
    expect(codes(productChoice([grade('a', 'beauty' as never, 3)]))).toEqual([
      'productChoice.criterionUnknown',
    ]);
    expect(codes(productChoice([grade('a', 'purpose', 3), grade('a', 'purpose', 4)]))).toEqual([
      'productChoice.gradedTwice',
    ]);
  });
});

describe('a verification statement', () => {
  const statement: VerificationStatement = {
    scope: 'Bicycle saddle, cradle to gate',
    level: 'reasonable',
    period: { start: '2021-01-01', end: '2021-12-31' },
    kgCO2e: 2.4,
    perUnit: '1 pcs',
    pcrId: null,
    issuedOn: '2022-03-08',
    validUntil: '2024-03-08',
  };
  it('stands when all is said', () => expect(verificationStatement(statement)).toMatchObject({ ok: true }));
  it.each([
    [{ scope: ' ' }, 'statement.scopeMissing', ['scope']],
    [{ level: 'absolute' as never }, 'value.unknownChoice', ['level']],
    [{ kgCO2e: Number.NaN }, 'value.notNumeric', ['kgCO2e']],
    [{ perUnit: '' }, 'statement.unitMissing', ['perUnit']],
    [{ period: { start: '2021-01-01', end: '2021-02-30' } }, 'statement.dayInvalid', ['period', 'end']],
    [{ period: { start: '2021-12-31', end: '2021-01-01' } }, 'statement.daysContradict', ['period']],
    [{ issuedOn: '2021-12-30' }, 'statement.daysContradict', ['issuedOn']],
    [{ validUntil: '2022-03-07' }, 'statement.daysContradict', ['validUntil']],
  ])('%j is refused', (part, code, path) =>
    expect(verificationStatement({ ...statement, ...part })).toMatchObject({
      ok: false,
      findings: [{ code, path }],
    }),
  );
});

it('findings stay open until the verifier closes them', () => {
  const finding = (id: string, state: VerificationFinding['state']): VerificationFinding => ({
    id,
    stage: 'stage1',
    lineId: null,
    text: 'Which meter?',
    severity: 'minor',
    reply: null,
    evidence: [],
    state,
  });
  const findings = [finding('a', 'open'), finding('b', 'replied'), finding('c', 'closed')];
  expect(openFindings(findings).map(({ id }) => id)).toEqual(['a', 'b']);
});
