import { expect, it } from 'vitest';
import { isPactDeclaredUnit, pactDeclaredUnit, pactDeclaredUnits, unitFromPact } from './pact.ts';
import { dimensionOf, unitCodes } from './units.ts';

it('has a unit code for every declared unit, and the way back', () => {
  expect(pactDeclaredUnits.map(unitFromPact)).toEqual([
    'L',
    'kg',
    'm3',
    'kWh',
    'MJ',
    'tkm',
    'm2',
    'pcs',
    'h',
    'megabitSecond',
  ]);
  for (const unit of pactDeclaredUnits) {
    expect(pactDeclaredUnit(unitFromPact(unit))).toEqual({
      ok: true,
      value: { unit, amountPerUnit: 1 },
      findings: [],
    });
  }
});

it.each([
  ['t', 'kilogram', 1000],
  ['mL', 'liter', 0.001],
  ['MWh', 'megajoule', 3600],
  ['kgkm', 'ton kilometer', 0.001],
  ['ha', 'square meter', 10000],
  ['dozen', 'piece', 12],
  ['d', 'hour', 24],
])('%s is declared in %s', (code, unit, amountPerUnit) => {
  expect(pactDeclaredUnit(code)).toEqual({ ok: true, value: { unit, amountPerUnit }, findings: [] });
});

it.each(['kW', 'du', 'km', 'Nm3', 'pkm'])('has no declared unit for %s', (unit) => {
  expect(pactDeclaredUnit(unit)).toEqual({
    ok: false,
    findings: [{ code: 'unit.noPactUnit', severity: 'error', path: [], values: { unit } }],
  });
});

it('refuses an unknown code', () => {
  expect(pactDeclaredUnit('foo')).toEqual({
    ok: false,
    findings: [{ code: 'unit.unknown', severity: 'error', path: [], values: { unit: 'foo' } }],
  });
});

it('knows the words of the wire, to the letter', () => {
  expect(pactDeclaredUnits.every(isPactDeclaredUnit)).toBe(true);
  expect(['Liter', 'kg', 'toString', ''].some(isPactDeclaredUnit)).toBe(false);
});

it('every unit has the dimension it is listed under', () => {
  const listed = Object.groupBy(
    unitCodes.filter((unit) => unit !== 'du'),
    (unit) => dimensionOf(unit) ?? 'none',
  );
  expect(listed).toEqual({
    mass: ['mg', 'g', 'kg', 't', 'shortTon', 'longTon', 'lb', 'oz', 'catty'],
    length: ['mm', 'cm', 'm', 'km', 'mile', 'nmi', 'ft', 'in'],
    area: ['m2', 'ha', 'ft2', 'ping'],
    volume: ['mL', 'L', 'm3', '1000m3', 'galUS', 'galUK', 'ft3', 'bbl'],
    normalVolume: ['Nm3'],
    energy: ['Wh', 'kWh', 'MWh', 'GWh', 'kJ', 'MJ', 'GJ', 'TJ', 'kcal', 'Mcal', 'BTU', 'mmBtu'],
    power: ['W', 'kW', 'MW', 'hp', 'PS', 'RT', 'kcal/h'],
    pressure: ['Pa', 'kPa', 'MPa', 'bar', 'kgf/cm2', 'psi'],
    volumeFlow: ['L/min', 'L/s', 'm3/h', 'm3/min', 'galUS/min', 'CFM'],
    count: ['pcs', 'dozen'],
    time: ['s', 'min', 'h', 'd'],
    transport: ['tkm', 'kgkm', 'shortTonMile'],
    passengerTransport: ['pkm'],
    vehicleDistance: ['vkm'],
    containerTransport: ['TEUkm'],
    roomNight: ['roomNight'],
    personHour: ['personHour'],
    personYear: ['personYear'],
    dataTransfer: ['megabitSecond'],
  });
});
