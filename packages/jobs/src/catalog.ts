import { z } from 'zod';

const ofOrganization = { organizationId: z.uuid() };

interface JobDefinition {
  /** What the job is about: ids only. The queue's tables are readable by whoever reads the queue. */
  readonly payload: z.ZodObject;
  /** How often it is tried before it is put aside as failed; waits double from a second. */
  readonly attempts: number;
  /** Two jobs with the same key are one; while one runs, at most one more waits. */
  readonly deduplicateBy?: (payload: never) => string;
}

/** Every background job of the house: its name, what it carries, how often it is tried. Handlers are the worker's. */
export const jobCatalog = {
  'send-invitation': { payload: z.strictObject({ ...ofOrganization, invitationId: z.uuid() }), attempts: 8 },
  'send-password-reset': { payload: z.strictObject({ passwordResetId: z.uuid() }), attempts: 8 },
  /** Tells the people of `organizationId` what the other party of a request did. */
  'send-request-mail': {
    payload: z.strictObject({ ...ofOrganization, requestId: z.uuid(), eventId: z.uuid() }),
    attempts: 8,
  },
  /** Reminds the people of `organizationId` of a request that waits for them. */
  'send-reminder': {
    payload: z.strictObject({ ...ofOrganization, requestId: z.uuid(), reminderId: z.uuid() }),
    attempts: 8,
  },
  /** Tells the reviewer of a supplier that whoever fills in asks for a look. */
  'send-review-asking': {
    payload: z.strictObject({ ...ofOrganization, askingId: z.uuid() }),
    attempts: 8,
  },
  /** Tells the people of `organizationId` that an association asks it into an alliance. */
  'send-alliance-invitation': {
    payload: z.strictObject({ ...ofOrganization, associationId: z.uuid(), allianceId: z.uuid() }),
    attempts: 8,
  },
  'import-bill-of-materials': {
    payload: z.strictObject({ ...ofOrganization, importBatchId: z.uuid() }),
    attempts: 3,
  },
  'read-inventory-sheet': {
    payload: z.strictObject({ ...ofOrganization, importBatchId: z.uuid() }),
    attempts: 3,
  },
  'recalculate-product-system': {
    payload: z.strictObject({ ...ofOrganization, productSystemId: z.uuid() }),
    attempts: 5,
    deduplicateBy: (payload: { productSystemId: string }) => payload.productSystemId,
  },
  'publish-alliance-release': {
    payload: z.strictObject({ ...ofOrganization, allianceId: z.uuid(), period: z.string().max(10) }),
    attempts: 5,
  },
  /** Looks for requests that are due for a reminder. */
  'remind-suppliers': { payload: z.strictObject({}), attempts: 1 },
  /** Looks for what was left undone: stale product systems, what is no longer needed. */
  sweep: { payload: z.strictObject({}), attempts: 1 },
} as const satisfies Record<string, JobDefinition>;

export type JobName = keyof typeof jobCatalog;
export type JobPayload<Name extends JobName> = z.infer<(typeof jobCatalog)[Name]['payload']>;

/** Whether a text is the name of a job in the catalog. */
export function isJobName(text: string): text is JobName {
  return Object.hasOwn(jobCatalog, text);
}

/** The payload of a job as its definition wants it; throws where it differs, as only a programmer's mistake can. */
export function parsePayload<Name extends JobName>(name: Name, payload: unknown): JobPayload<Name> {
  return jobCatalog[name].payload.parse(payload) as JobPayload<Name>;
}

/** The queue's options for a job, `id` being that of its outbox message: the same message is never queued twice. */
export function optionsOf(name: JobName, payload: unknown, id: string) {
  const definition: JobDefinition = jobCatalog[name];
  return {
    jobId: id,
    attempts: definition.attempts,
    backoff: { type: 'exponential', delay: 1_000 },
    removeOnComplete: { age: 24 * 3600, count: 10_000 },
    removeOnFail: { age: 30 * 24 * 3600 },
    ...(definition.deduplicateBy && {
      deduplication: { id: `${name}:${definition.deduplicateBy(payload as never)}`, keepLastIfActive: true },
    }),
  };
}
