import { runInThisContext } from 'node:vm';
import type { MutantCoverage } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import type { CollectedTest } from './collected-tests.ts';
import { loadTests } from './load-tests.ts';

// Runs the tests of pure packages in Stryker's own process: code and tests are loaded once, and a change costs only the
// tests that reach it. The vitest runner starts a worker and loads everything anew for every change, a hundred times
// the work. What it cannot judge is what is evaluated on loading; Stryker leaves that out (`ignoreStatic`).

/** What the instrumented code reads and writes while it runs (names by Stryker). */
interface Instruments {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: MutantCoverage;
}
const shared = globalThis as unknown as { __stryker__?: Instruments; runTest?: () => unknown };
shared.__stryker__ ??= {};
const instruments = shared.__stryker__;

class InProcessRunner implements TestRunner {
  private tests: readonly CollectedTest[] = [];

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init(): Promise<void> {
    this.tests = await loadTests();
  }

  async dryRun(): Promise<DryRunResult> {
    const tests: TestResult[] = [];
    for (const test of this.tests) tests.push(await runTest(test));
    const { mutantCoverage = { static: {}, perTest: {} } } = instruments;
    return { status: DryRunStatus.Complete, tests, mutantCoverage };
  }

  async mutantRun({ testFilter, hitLimit, activeMutant }: MutantRunOptions): Promise<MutantRunResult> {
    const reaching = this.tests.filter(({ id }) => !testFilter || testFilter.includes(id));
    const tests: TestResult[] = [];
    for (const test of reaching) {
      Object.assign(instruments, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
      const result = await runTest(test);
      const endless = result.isEndless || determineHitLimitReached(instruments.hitCount, hitLimit);
      Object.assign(instruments, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
      tests.push(result);
      if (result.status !== TestStatus.Failed) continue;
      // A change must leave nothing behind for the next one.
      if ((await runTest(test)).status === TestStatus.Failed)
        return { status: MutantRunStatus.Error, errorMessage: `${test.id} now fails without a change` };
      if (endless) return { status: MutantRunStatus.Timeout };
      break;
    }
    return toMutantRunResult({ status: DryRunStatus.Complete, tests });
  }
}

async function runTest({ id, run }: CollectedTest): Promise<TestResult & { readonly isEndless: boolean }> {
  instruments.currentTestId = id;
  const start = performance.now();
  const outcome = await attempt(run);
  instruments.currentTestId = undefined;
  return { id, name: id, timeSpentMs: performance.now() - start, ...outcome };
}

type Outcome =
  | { readonly status: TestStatus.Success; readonly isEndless: false }
  | { readonly status: TestStatus.Failed; readonly isEndless: boolean; readonly failureMessage: string };

/** Seconds of its own that a test may compute; none needs a fifth of it. */
const computingLimit = 0.5;

/** Runs a test to its end, or until it has computed for longer than any does: waiting for a busy machine is no verdict. */
async function attempt(run: () => unknown, seconds = 2 * computingLimit): Promise<Outcome> {
  const before = process.threadCpuUsage();
  try {
    shared.runTest = run;
    await runInThisContext('runTest()', { timeout: seconds * 1000 });
    return { status: TestStatus.Success, isEndless: false } as const;
  } catch (error) {
    const isLate = (error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
    const { user, system } = process.threadCpuUsage(before);
    if (isLate && user + system < computingLimit * 1e6) return attempt(run, 2 * seconds);
    return {
      status: TestStatus.Failed,
      isEndless: isLate,
      failureMessage: String(error).slice(0, 500),
    } as const;
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
