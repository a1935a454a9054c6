import type { JobName, JobRun } from '@slipstream/jobs';
import type { Runtime } from '@slipstream/services';

/** Runs one job by calling a verb. It may run twice: the verb's effect must be safe to repeat. */
export type Handle<Name extends JobName> = (runtime: Runtime, run: JobRun<Name>) => Promise<void>;
