import { describe, expect, it } from 'vitest';
import { normalisePerUnit } from './allocation/normalise-per-unit.ts';
import { judgeCutOff } from './calculation/cut-off.ts';
import { totalOfLines } from './calculation/line-total.ts';

/** What a file of somebody else's may simply not hold; the types cannot keep it out. */
const parsed = <Shape>(json: string): Shape => JSON.parse(json);
const placesOf = ({ findings }: { readonly findings: readonly { code: string; path: unknown }[] }) =>
  findings.map(({ code, path }) => [code, path]);

describe('fields that are not there at all', () => {
  it('a line without the unit of its factor is told by its place', () => {
    const lines = parsed<Parameters<typeof totalOfLines>[0]>(
      '[{ "activity": 1, "activityUnit": "kWh", "factor": 0.5 }]',
    );
    expect(placesOf(totalOfLines(lines, 'kgCO2e'))).toEqual([['unit.missing', ['lines', 0, 'factorUnit']]]);
  });

  it('a row without a unit is told, one without a name still counts', () => {
    const rows = parsed<Parameters<typeof normalisePerUnit>[1]>(
      '[{ "total": 10 }, { "total": 4, "unit": "kg" }]',
    );
    expect(placesOf(normalisePerUnit(2, rows))).toEqual([['unit.missing', ['rows', 0, 'unit']]]);
    expect(normalisePerUnit(2, rows.slice(1))).toMatchObject({
      ok: true,
      value: [{ amount: 2, unit: 'kg' }],
    });
  });

  it('an excluded flow without an id is told by its place', () => {
    const excluded = parsed<Parameters<typeof judgeCutOff>[1]>(
      '[{ "id": "glue", "value": 1 }, { "value": 1 }]',
    );
    expect(placesOf(judgeCutOff(250, excluded))).toEqual([['id.blank', ['excluded', 1, 'id']]]);
  });
});
