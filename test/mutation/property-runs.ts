import fc from 'fast-check';

/** A property meets each of hundreds of changes: few runs, always the same ones, and no search for a smaller example. */
const assert = <Values>(property: fc.IProperty<Values>, parameters?: fc.Parameters<Values>): void =>
  fc.assert(property, { ...parameters, numRuns: 10, seed: 1, endOnFailure: true });

export default { ...fc, assert };
