import { describe, expect, it } from 'vitest';
import { gasOf } from './gases.ts';
import {
  type CoolingEquipmentKind,
  type RefrigerantUse,
  refrigerantAllowed,
  refrigerantProperties,
} from './refrigerant.ts';

const use = (
  refrigerant: string,
  date: string,
  kind: CoolingEquipmentKind = 'chiller',
  coolingKw = 350,
): RefrigerantUse => ({ refrigerant, equipment: { kind, coolingKw }, activity: 'fillNewEquipment', date });

describe('refrigerantAllowed', () => {
  it.each([
    ['R22', '2010-12-31', 'windowOrSplitAc', 7.1, null],
    ['R22', '2011-01-01', 'windowOrSplitAc', 7.1, 'R22-2011'],
    ['R22', '2011-01-01', 'windowOrSplitAc', 7.2, null],
    ['R22', '2011-01-01', 'chiller', 5, null],
    ['R22', '2015-12-31', 'chiller', 350, null],
    ['R22', '2016-01-01', 'chiller', 350, 'R22-2016'],
    ['R22', '2017-01-01', 'windowOrSplitAc', 5, 'R22-2016'],
    ['R22', '2019-12-31', 'chiller', 350, 'R22-2016'],
    ['R22', '2020-01-01', 'chiller', 350, 'HCFC-2020'],
    ['HCFC-123', '2019-12-31', 'chiller', 350, null],
    ['HCFC-123', '2020-01-01', 'chiller', 350, 'HCFC-2020'],
    ['R-409A', '2020-01-01', 'chiller', 350, 'HCFC-2020'],
    ['R-409A', '2019-12-31', 'chiller', 350, null],
    ['R-410A', '2025-01-01', 'windowOrSplitAc', 5, null],
    ['R32', '2025-01-01', 'windowOrSplitAc', 5, null],
    ['R32', '2025-01-01', 'chiller', 350, null],
    ['R-417A', '2025-01-01', 'chiller', 350, null],
  ] as const)('%s on %s in %s of %d kW: %s', (refrigerant, date, kind, coolingKw, rule) => {
    expect(refrigerantAllowed(use(refrigerant, date, kind, coolingKw))).toEqual({
      ok: true,
      value: { allowed: rule === null, rule },
      findings: [],
    });
  });

  it('lets existing machines be serviced', () => {
    expect(refrigerantAllowed({ ...use('R22', '2025-01-01'), activity: 'serviceExisting' })).toEqual({
      ok: true,
      value: { allowed: true, rule: null },
      findings: [],
    });
  });

  it('warns of CFCs and of R134a in new chillers', () => {
    expect(refrigerantAllowed(use('CFC-12', '2019-01-01'))).toMatchObject({
      ok: true,
      findings: [
        {
          code: 'refrigerant.cfcEnded',
          severity: 'warning',
          path: ['refrigerant'],
          values: { refrigerant: 'CFC-12' },
        },
      ],
    });
    expect(refrigerantAllowed(use('R134a', '2024-01-01'))).toMatchObject({
      value: { allowed: true },
      findings: [
        {
          code: 'refrigerant.usChillerBan',
          severity: 'warning',
          path: ['refrigerant'],
          values: { refrigerant: 'R134a' },
        },
      ],
    });
    expect(refrigerantAllowed(use('R134a', '2023-12-31')).findings).toEqual([]);
    expect(refrigerantAllowed(use('R134a', '2024-01-01', 'windowOrSplitAc', 5)).findings).toEqual([]);
  });

  it('refuses every impossible part at once', () => {
    expect(
      refrigerantAllowed({
        refrigerant: 'R999',
        equipment: { kind: 'boiler' as 'chiller', coolingKw: 0 },
        activity: 'drink' as 'serviceExisting',
        date: '2021-02-29',
      }),
    ).toEqual({
      ok: false,
      findings: [
        { code: 'gas.unknown', severity: 'error', path: ['refrigerant'], values: { gas: 'R999' } },
        {
          code: 'value.unknownChoice',
          severity: 'error',
          path: ['equipment', 'kind'],
          values: { value: 'boiler', choices: 'windowOrSplitAc, chiller' },
        },
        {
          code: 'value.outOfDomain',
          severity: 'error',
          path: ['equipment', 'coolingKw'],
          values: { value: 0, above: 0 },
        },
        {
          code: 'value.unknownChoice',
          severity: 'error',
          path: ['activity'],
          values: { value: 'drink', choices: 'fillNewEquipment, serviceExisting' },
        },
        { code: 'date.notIso', severity: 'error', path: ['date'], values: { date: '2021-02-29' } },
      ],
    });
    expect(refrigerantAllowed(use('R22', '2020-01-01', 'chiller', Number.NaN)).ok).toBe(false);
  });
});

it('the refrigerant table is that of R23.2', () => {
  expect(
    refrigerantProperties.map(({ gas, odp, boilingPointC }) => [
      gas,
      gasOf(gas)?.gwp.AR5,
      odp,
      boilingPointC,
    ]),
  ).toEqual([
    ['r-22', 1760, 0.055, -41.1],
    ['r-134a', 1300, 0, -26.4],
    ['r-410a', 1924, 0, -51.7],
    ['r-123', 79, 0.02, 27.85],
    ['r-32', 677, 0, -52.6],
    ['r-1233zd', 1, 0, 18.6],
  ]);
});
