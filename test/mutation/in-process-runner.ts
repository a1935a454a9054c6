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

const [from = 100, to] = (process.env.MUTATION_SAMPLE ?? '100').split('-').map(Number);
const sample = to === undefined ? { from: 0, to: from } : { from, to };

/** Scatters the numbers of the changes evenly (Knuth's multiplicative hash), so that a sample takes from every file. */
function isInSample(id: number): boolean {
  const percent = (Math.imul(id + 1, 2654435761) >>> 0) / 2 ** 32 / 0.01;
  return percent >= sample.from && percent < sample.to;
}

/** A test with the seconds of its own it may compute before it counts as endless. */
interface JudgingTest extends CollectedTest {
  readonly limit: number;
}
const patience = 60;

class InProcessRunner implements TestRunner {
  private tests: readonly JudgingTest[] = [];

  capabilities() {
    return { reloadEnvironment: false };
  }

  /** Runs every test twice, as the first run compiles the code; the quick ones then judge first. */
  async init(): Promise<void> {
    const timed: JudgingTest[] = [];
    for (const test of await loadTests()) {
      await runTest({ ...test, limit: patience });
      const { seconds } = await runTest({ ...test, limit: patience });
      timed.push({ ...test, limit: 0.25 + 10 * seconds });
    }
    this.tests = timed.sort((a, b) => a.limit - b.limit);
  }

  async dryRun(): Promise<DryRunResult> {
    const tests: TestResult[] = [];
    for (const test of this.tests) tests.push((await runTest({ ...test, limit: patience })).result);
    const { mutantCoverage = { static: {}, perTest: {} } } = instruments;
    return { status: DryRunStatus.Complete, tests, mutantCoverage };
  }

  async mutantRun({ testFilter, hitLimit, activeMutant }: MutantRunOptions): Promise<MutantRunResult> {
    if (!isInSample(Number(activeMutant.id)))
      return { status: MutantRunStatus.Error, errorMessage: 'outside the sample' };
    const reaching = this.tests.filter(({ id }) => !testFilter || testFilter.includes(id));
    const tests: TestResult[] = [];
    for (const test of reaching) {
      Object.assign(instruments, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
      const { result, isLate } = await runTest(test);
      const isEndless = isLate || determineHitLimitReached(instruments.hitCount, hitLimit) !== undefined;
      Object.assign(instruments, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
      tests.push(result);
      if (result.status !== TestStatus.Failed) continue;
      // A change must leave nothing behind for the next one.
      if ((await runTest(test)).result.status === TestStatus.Failed)
        return { status: MutantRunStatus.Error, errorMessage: `${test.id} now fails without a change` };
      if (isEndless) return { status: MutantRunStatus.Timeout };
      break;
    }
    return toMutantRunResult({ status: DryRunStatus.Complete, tests });
  }
}

interface TestRun {
  readonly result: TestResult;
  readonly isLate: boolean;
  /** Computed by this thread: waiting for a busy machine does not count. */
  readonly seconds: number;
}

async function runTest({ id, run, limit }: JudgingTest): Promise<TestRun> {
  instruments.currentTestId = id;
  const start = performance.now();
  const { failure, ...outcome } = await attempt(run, limit, 2 * limit);
  instruments.currentTestId = undefined;
  const test = { id, name: id, timeSpentMs: performance.now() - start };
  const result: TestResult =
    failure === undefined
      ? { ...test, status: TestStatus.Success }
      : { ...test, status: TestStatus.Failed, failureMessage: failure };
  return { ...outcome, result };
}

interface Attempt extends Omit<TestRun, 'result'> {
  readonly failure?: string;
}

/** Runs a test to its end or until it has computed for `limit` seconds; starts anew where `wait` passed before that. */
async function attempt(run: () => unknown, limit: number, wait: number): Promise<Attempt> {
  const before = process.threadCpuUsage();
  const secondsPassed = () => {
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1e6;
  };
  try {
    shared.runTest = run;
    await runInThisContext('runTest()', { timeout: Math.ceil(wait * 1000) });
    return { isLate: false, seconds: secondsPassed() };
  } catch (error) {
    const seconds = secondsPassed();
    const isLate = (error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
    if (isLate && seconds < limit) return attempt(run, limit, 2 * wait);
    return { isLate, seconds, failure: String(error).slice(0, 500) };
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
