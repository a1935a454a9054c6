import { inTenant, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';

/** Whether the job of a release, as `requestAllianceRelease` named it, has run. */
export async function readReleaseProgress(
  ctx: ServiceContext,
  input: { readonly jobId: string },
): Promise<{ readonly isDone: boolean }> {
  const { organizationId } = ctx.actor;
  const message = await inTenant(ctx, (tx) =>
    tx.outboxMessage.findFirst({
      where: { organizationId, id: input.jobId, job: 'publish-alliance-release' },
      select: { completedAt: true },
    }),
  );
  if (!message) throw new ServiceError('notFound');
  return { isDone: message.completedAt !== null };
}
