import type { IdentityTransaction, Prisma, TenantTransaction } from '@slipstream/db';
import type { ServiceContext } from './context.ts';

/** Who acts, for whom, in which session and request. */
type AuditContext = Pick<ServiceContext, 'requestId'> & {
  readonly actor: Pick<ServiceContext['actor'], 'organizationId' | 'userId' | 'sessionId'>;
};

/**
 * Appends who did what to what, in the transaction of the deed. `action` is `<entity>.<verb>`; `detail` holds
 * references and codes only, never a figure, a name or a secret.
 */
export async function recordAudit(
  tx: Pick<TenantTransaction | IdentityTransaction, 'auditEvent'>,
  ctx: AuditContext,
  event: {
    readonly action: string;
    readonly subjectKind: string;
    readonly subjectId?: string;
    readonly detail?: Prisma.InputJsonObject;
  },
): Promise<void> {
  await tx.auditEvent.create({
    data: {
      organizationId: ctx.actor.organizationId,
      actorUserId: ctx.actor.userId,
      sessionId: ctx.actor.sessionId,
      requestId: ctx.requestId,
      action: event.action,
      subjectKind: event.subjectKind,
      subjectId: event.subjectId ?? null,
      detail: event.detail ?? {},
    },
  });
}
