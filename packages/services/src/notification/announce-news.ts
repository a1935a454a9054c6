import type { TenantTransaction } from '@slipstream/db';

/** The channel on which the database tells every web process for whom there is something new. */
export const newsChannel = 'news';

/**
 * Says, once the transaction commits, that what the bells of an organization show has changed; of one person's alone where
 * `userId` names them. It carries ids and nothing else, and may be lost.
 */
export async function announceNews(
  tx: Pick<TenantTransaction, '$executeRaw'>,
  organizationId: string,
  userId?: string,
): Promise<void> {
  const payload = userId ? `${organizationId}/${userId}` : organizationId;
  await tx.$executeRaw`SELECT pg_notify(${newsChannel}, ${payload})`;
}
