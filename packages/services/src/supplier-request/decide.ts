import { inTenant, requireRole, type ServiceContext } from '../context.ts';
import { moveRequest } from '../supplier-answer/request-move.ts';
import { leadFirm, madeRequest, mayDecide } from './made-request.ts';

/** Takes a submitted answer into review. */
export async function takeRequest(ctx: ServiceContext, input: { readonly requestId: string }): Promise<void> {
  await move(ctx, input.requestId, { event: 'take' });
}

/** Gives an answer back, with the comment that says what is missing. What was shared stays shared. */
export async function returnRequest(
  ctx: ServiceContext,
  input: { readonly requestId: string; readonly comment: string },
): Promise<void> {
  await move(ctx, input.requestId, { event: 'return', comment: input.comment.slice(0, 4_000) });
}

/** Takes a request back before anything was submitted. */
export async function cancelRequest(
  ctx: ServiceContext,
  input: { readonly requestId: string; readonly comment?: string | undefined },
): Promise<void> {
  const comment = input.comment?.slice(0, 4_000) ?? null;
  await move(ctx, input.requestId, { event: 'cancel', comment });
}

async function move(
  ctx: ServiceContext,
  requestId: string,
  command: { readonly event: 'take' | 'return' | 'cancel'; readonly comment?: string | null },
): Promise<void> {
  requireRole(ctx, ...mayDecide);
  await inTenant(ctx, async (tx) => {
    const request = await madeRequest(tx, ctx, requestId);
    await moveRequest(tx, ctx, request, { ...command, actor: leadFirm(ctx) });
  });
}
