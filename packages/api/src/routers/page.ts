import { z } from 'zod';
import type { ApiContext } from '../context.ts';
import { apiErrorOf } from '../errors.ts';
import { follow, type Reading } from '../follow.ts';
import { merge } from '../merge.ts';
import { procedure, router } from '../procedure.ts';
import { followedOf, type Topic, type TopicStates, topicSchema } from '../topics.ts';

/** One page shows no more that moves. */
const mostTopics = 4;

/** What a followed topic has come to, by its place among those asked for. */
export interface TopicNews extends Reading<TopicStates[Topic['of']]> {
  readonly topic: number;
}

/**
 * Everything a page follows, in one stream: it ends when nothing more is to come of any of it, and fails as a whole where
 * one of it is not the caller's to see.
 */
async function* followPage(
  { ctx, renew, streams, ...events }: ApiContext,
  signal: AbortSignal | undefined,
  topics: readonly Topic[],
): AsyncGenerator<TopicNews, void, void> {
  const ending = new AbortController();
  const ends = signal ? AbortSignal.any([signal, ending.signal]) : ending.signal;
  let leave = () => {};
  try {
    leave = streams.enter(ctx.actor.sessionId ?? '');
    const followed = topics.map((topic) => follow({ ctx, renew }, ends, followedOf(topic, ctx, events)));
    for await (const [topic, news] of merge(followed, () => ending.abort())) yield { topic, ...news };
  } catch (error) {
    throw apiErrorOf(error);
  } finally {
    leave();
  }
}

export const pageRouter = router({
  follow: procedure
    .input(z.strictObject({ topics: z.array(topicSchema).min(1).max(mostTopics) }))
    .subscription(({ ctx, input, signal }) => followPage(ctx, signal, input.topics)),
});
