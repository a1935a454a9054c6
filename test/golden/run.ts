import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare } from './compare.ts';
import { type GoldenFile, type Operation, operations } from './operations.ts';

/**
 * Runs every golden case in a folder through the packages' public functions.
 * Usage: `npm run golden -- <folder>`; exits 1 on any difference, refusal or unknown operation.
 */
function main(folder: string): number {
  let passed = 0;
  let failed = 0;
  const report = (id: string, lines: readonly string[]) => {
    failed++;
    console.log(`FAILED ${id}`);
    for (const line of lines) console.log(`  ${line}`);
  };
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  if (files.length === 0) console.log(`no golden file in ${folder}`);
  for (const name of files.sort()) {
    const file = JSON.parse(readFileSync(join(folder, name), 'utf8')) as GoldenFile;
    for (const testCase of file.cases) {
      const operation = operations[testCase.operation];
      if (!operation) {
        report(testCase.id, [`unknown operation ${testCase.operation}`]);
        continue;
      }
      const result = attempt(operation, testCase.inputs);
      if (result instanceof Error) {
        report(testCase.id, [`broke off: ${result.message}`]);
        continue;
      }
      if (!result.ok) {
        report(testCase.id, [`refused: ${JSON.stringify(result.findings)}`]);
        continue;
      }
      const differences = compare(testCase.expected, result.value, testCase);
      if (differences.length > 0) report(testCase.id, differences);
      else passed++;
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 || files.length === 0 ? 1 : 0;
}

/** One case that breaks off must not hide how the others fare. */
function attempt(operation: Operation, inputs: unknown): ReturnType<Operation> | Error {
  try {
    return operation(inputs);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

process.exitCode = main(process.argv[2] ?? join(import.meta.dirname, 'cases'));
