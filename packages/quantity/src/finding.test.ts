import { expect, it } from 'vitest';
import { accept, errorAt, questionAt, refuse, warningAt, within } from './finding.ts';

it('a finding says what, how much it weighs and where', () => {
  expect(errorAt('x', ['a', 1], { value: 2 })).toEqual({
    code: 'x',
    severity: 'error',
    path: ['a', 1],
    values: { value: 2 },
  });
  expect(warningAt('x')).toEqual({ code: 'x', severity: 'warning', path: [], values: {} });
  expect(questionAt('x')).toEqual({ code: 'x', severity: 'question', path: [], values: {} });
  expect(within(['rows', 3], errorAt('x', ['a']))).toEqual(errorAt('x', ['rows', 3, 'a']));
});

it('a result is a value with its warnings or what refuses it', () => {
  expect(accept(1)).toEqual({ ok: true, value: 1, findings: [] });
  expect(refuse(errorAt('x'))).toEqual({ ok: false, findings: [errorAt('x')] });
});
