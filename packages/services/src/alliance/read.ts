import { type AllianceRelease, type PublishedRelease, publishedRelease } from '@slipstream/programme';
import { inTenant, type ServiceContext } from '../context.ts';

/** An alliance as its association sees it: who was asked and said yes, and the released sums; never a member's figure. */
export interface AllianceView {
  readonly id: string;
  readonly name: string;
  readonly invited: number;
  readonly joined: number;
  /** Newest period first. */
  readonly releases: readonly (PublishedRelease & { readonly releasedAt: string })[];
}

/** The alliances of the association that acts. */
export async function listAlliances(ctx: ServiceContext): Promise<readonly AllianceView[]> {
  const alliances = await inTenant(ctx, (tx) =>
    tx.alliance.findMany({
      where: { organizationId: ctx.actor.organizationId },
      include: {
        members: { where: { leftAt: null }, select: { joinedAt: true } },
        releases: { orderBy: [{ period: 'desc' }, { id: 'desc' }] },
      },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    }),
  );
  return alliances.map(({ id, name, members, releases }) => ({
    id,
    name,
    invited: members.length,
    joined: members.filter(({ joinedAt }) => joinedAt !== null).length,
    releases: releases.map(({ content, createdAt }) => ({
      ...publishedRelease(content as unknown as AllianceRelease),
      releasedAt: createdAt.toISOString(),
    })),
  }));
}
