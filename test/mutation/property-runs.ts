import fc from 'fast-check';

// A property meets each of hundreds of mutants: few runs, always the same ones.
fc.configureGlobal({ numRuns: Number(process.env.PROPERTY_RUNS ?? 20), seed: 1 });
