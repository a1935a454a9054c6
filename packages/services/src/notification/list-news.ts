import { inTenant, type ServiceContext } from '../context.ts';
import { isUnread, markOf, type NewsItem, newsItem, newsOf } from './news.ts';

const perPage = 25;

export interface NewsPage {
  readonly news: readonly NewsItem[];
  readonly page: number;
  /** Whether there is more after this page. */
  readonly hasMore: boolean;
}

/** What happened to the actor's requests, newest first, a page of 25; all of it, or what the actor has not read. */
export async function listNews(
  ctx: ServiceContext,
  input: { readonly page?: number | undefined; readonly unreadOnly?: boolean | undefined } = {},
): Promise<NewsPage> {
  const page = Math.min(Math.max(1, Math.trunc(input.page ?? 1) || 1), 1_000);
  const rows = await inTenant(
    ctx,
    (tx) => tx.$queryRaw<NewsItem[]>`
      WITH mark AS MATERIALIZED (${markOf(ctx.actor)})
      ${newsOf(ctx.actor, {
        take: perPage + 1,
        skip: (page - 1) * perPage,
        ...(input.unreadOnly && { among: isUnread }),
      })}`,
  );
  return {
    news: rows.slice(0, perPage).map((row) => newsItem(ctx, row)),
    page,
    hasMore: rows.length > perPage,
  };
}
