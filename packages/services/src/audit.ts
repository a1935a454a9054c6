import type { IdentityTransaction, Prisma, TenantTransaction } from '@slipstream/db';
import type { ServiceContext } from './context.ts';

/** Who acts, for whom, in which session and request. */
type AuditContext = Pick<ServiceContext, 'requestId'> & {
  readonly actor: Pick<ServiceContext['actor'], 'organizationId' | 'userId' | 'sessionId'>;
};

/** Who did what to what; `action` is `<entity>.<verb>`. */
interface Audited {
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId?: string;
  /** References and codes only, never a figure, a name or a secret. */
  readonly detail?: Prisma.InputJsonObject;
}

/** Appends who did what to what, in the transaction of the deed. */
export async function recordAudit(
  tx: Pick<TenantTransaction | IdentityTransaction, 'auditEvent'>,
  ctx: AuditContext,
  event: Audited,
): Promise<void> {
  await tx.auditEvent.create({ data: auditRow(ctx, event) });
}

/** Appends several deeds of one transaction, in order. */
export async function recordAudits(
  tx: Pick<TenantTransaction | IdentityTransaction, 'auditEvent'>,
  ctx: AuditContext,
  events: readonly Audited[],
): Promise<void> {
  await tx.auditEvent.createMany({ data: events.map((event) => auditRow(ctx, event)) });
}

function auditRow({ actor, requestId }: AuditContext, event: Audited) {
  return {
    organizationId: actor.organizationId,
    actorUserId: actor.userId,
    sessionId: actor.sessionId,
    requestId,
    action: event.action,
    subjectKind: event.subjectKind,
    subjectId: event.subjectId ?? null,
    detail: event.detail ?? {},
  };
}
