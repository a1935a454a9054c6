import { expect, it } from 'vitest';
import { eigenvalues } from './eigenvalues.ts';
import { seeded } from './test-system.ts';

const sorted = (values: Float64Array) => [...values].sort((a, b) => a - b);

it('knows a triangle by its diagonal and a rotation by its imaginary pair', () => {
  expect(sorted(eigenvalues(Float64Array.of(1, 5, 6, 0, 2, 7, 0, 0, 3), 3)!.real)).toEqual([1, 2, 3]);
  const rotation = eigenvalues(Float64Array.of(0, -2, 2, 0), 2)!;
  expect([...rotation.real, ...sorted(rotation.imaginary)]).toEqual([0, 0, -2, 2]);
});

it('finds the values of a ring: the roots of its gain', () => {
  const size = 6;
  const ring = new Float64Array(size * size);
  for (let i = 0; i < size; i++) ring[i * size + ((i + 1) % size)] = 2;
  const { real, imaginary } = eigenvalues(ring, size)!;
  for (let k = 0; k < size; k++) expect(Math.hypot(real[k]!, imaginary[k]!)).toBeCloseTo(2, 10);
  expect(Math.max(...real)).toBeCloseTo(2, 10);
});

it('keeps trace and sum of squares of random matrices', () => {
  const random = seeded(2);
  for (let size = 1; size <= 40; size++) {
    const a = Float64Array.from({ length: size * size }, () => random() - 0.4);
    let trace = 0;
    let squares = 0;
    for (let i = 0; i < size; i++) {
      trace += a[i * size + i]!;
      for (let j = 0; j < size; j++) squares += a[i * size + j]! * a[j * size + i]!;
    }
    const { real, imaginary } = eigenvalues(a, size)!;
    expect(real.reduce((sum, value) => sum + value, 0)).toBeCloseTo(trace, 9);
    expect(real.reduce((sum, value, k) => sum + value ** 2 - imaginary[k]! ** 2, 0)).toBeCloseTo(squares, 8);
  }
});
