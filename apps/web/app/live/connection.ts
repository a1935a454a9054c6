import type { Topic, TopicNews } from '@slipstream/api';

/** Whoever on a page follows a topic. */
export interface Follower {
  readonly onNews: (news: TopicNews) => void;
  /** Nothing more comes of it as it is. */
  readonly onSettled: () => void;
  /** The server says that it is not the reader's to see. */
  readonly onRefused: () => void;
}

/** Opens the one stream of a page. */
export type OpenStream = (
  topics: readonly Topic[],
  listener: {
    readonly onData: (news: TopicNews) => void;
    readonly onError: (error: unknown) => void;
  },
) => { unsubscribe(): void };

interface Entry {
  readonly topic: Topic;
  readonly followers: Set<Follower>;
  /** Nothing is asked of it: it has settled, or was refused. */
  isDone: boolean;
}

const bellKey = JSON.stringify({ of: 'bell' } satisfies Topic);
const retryMs = 3_000;
const longestRetryMs = 30_000;

/**
 * Everything a page follows, over one stream: browsers without HTTP/2 open six connections to a site, whatever has come
 * to be followed on it. The bell is followed only while the page is in sight, so that a browser with many tabs has as many
 * streams as it shows. A lost stream is taken up again; what is refused is not asked for again.
 */
export function makeConnection(open: OpenStream, isRefusal: (error: unknown) => boolean) {
  const entries = new Map<string, Entry>();
  let isInSight = true;
  let failures = 0;
  /** What is open, and what of it still tells something. */
  let stream: { readonly carried: Set<string>; unsubscribe(): void } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const wanted = () =>
    [...entries].filter(([, { topic, isDone }]) => !isDone && (isInSight || topic.of !== 'bell'));
  const close = () => {
    stream?.unsubscribe();
    stream = null;
  };
  /** Opens the stream anew, unless what is open carries what is wanted and nothing that nobody follows any more. */
  const settle = () => {
    const now = wanted();
    const keys = now.map(([key]) => key);
    const carried = stream?.carried ?? new Set();
    if (keys.length === carried.size && keys.every((key) => carried.has(key))) return;
    close();
    if (now.length === 0) return;
    const opened = { carried: new Set(keys), unsubscribe: () => {} };
    stream = opened;
    const listeners = {
      onData(news: TopicNews) {
        failures = 0;
        const key = keys[news.topic];
        if (stream !== opened || key === undefined) return;
        if (news.isSettled) opened.carried.delete(key);
        const entry = entries.get(key);
        for (const { onNews } of entry?.followers ?? []) onNews(news);
        if (news.isSettled && entry) finish(entry);
      },
      onError(error: unknown) {
        if (stream !== opened) return;
        close();
        if (isRefusal(error)) refuse(keys);
        soon(Math.min(retryMs * 2 ** failures, longestRetryMs));
        failures += 1;
      },
    };
    const { unsubscribe } = open(
      now.map(([, { topic }]) => topic),
      listeners,
    );
    opened.unsubscribe = unsubscribe;
    // Where opening failed at once, there is nothing to keep.
    if (stream !== opened) unsubscribe();
  };
  const soon = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(settle, ms);
  };
  const finish = (entry: Entry) => {
    entry.isDone = true;
    for (const { onSettled } of entry.followers) onSettled();
    // Whoever still follows it then waits for what moved again in the meantime.
    setTimeout(() => {
      entry.isDone = false;
      settle();
    }, retryMs);
  };
  /** What of a stream was refused is not said: all that the page waits for, or else the bell. */
  const refuse = (keys: readonly string[]) => {
    const all = keys.flatMap((key) => entries.get(key) ?? []);
    const waitedFor = all.filter(({ topic }) => topic.of !== 'bell');
    for (const entry of waitedFor.length > 0 ? waitedFor : all) {
      entry.isDone = true;
      for (const { onRefused } of entry.followers) onRefused();
    }
  };
  return {
    /** Follows a topic until the returned function is called. */
    follow(topic: Topic, follower: Follower): () => void {
      const key = JSON.stringify(topic);
      const entry: Entry = entries.get(key) ?? { topic, followers: new Set(), isDone: false };
      entries.set(key, entry);
      entry.followers.add(follower);
      // What a page comes to follow, it does all at once.
      soon(0);
      return () => {
        entry.followers.delete(follower);
        if (entry.followers.size === 0 && entries.get(key) === entry) entries.delete(key);
        soon(0);
      };
    },
    /** Whether anybody sees the page. Who comes back may have signed in again elsewhere: the bell is tried anew. */
    setInSight(now: boolean) {
      if (isInSight === now) return;
      isInSight = now;
      const bell = entries.get(bellKey);
      if (bell) bell.isDone = false;
      soon(0);
    },
  };
}
export type Connection = ReturnType<typeof makeConnection>;
