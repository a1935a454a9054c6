import type { Topic, TopicNews } from '@slipstream/api';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeConnection, type OpenStream } from './connection.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const bell: Topic = { of: 'bell' };
const stale: Topic = { of: 'staleFootprints' };
const release: Topic = { of: 'allianceRelease', jobId: '01a22908-cd79-7297-a674-212c75c96379' };

/** A connection whose streams the test answers. */
function setUp() {
  const streams: {
    readonly topics: readonly Topic[];
    readonly listener: Parameters<OpenStream>[1];
    isOpen: boolean;
  }[] = [];
  const connection = makeConnection(
    (topics, listener) => {
      const stream = { topics, listener, isOpen: true };
      streams.push(stream);
      return {
        unsubscribe() {
          stream.isOpen = false;
        },
      };
    },
    (error) => error === 'refused',
  );
  const open = () => streams.filter(({ isOpen }) => isOpen);
  const follow = (topic: Topic) => {
    const told: unknown[] = [];
    const leave = connection.follow(topic, {
      onNews: ({ state }) => told.push(state),
      onSettled: () => told.push('settled'),
      onRefused: () => told.push('refused'),
    });
    return { told, leave };
  };
  const tell = (topic: number, state: number, isSettled = false) =>
    open()[0]?.listener.onData({ topic, state, at: '', isSettled } as TopicNews);
  const fail = (error: unknown) => open()[0]?.listener.onError(error);
  const topics = () => open().map((stream) => stream.topics.map(({ of }) => of));
  return { connection, streams, follow, tell, fail, topics };
}

it('carries everything a page follows over one stream, and tells each follower its own', () => {
  const { follow, tell, topics, streams } = setUp();
  const [one, other, waiting] = [follow(bell), follow(bell), follow(stale)];
  vi.advanceTimersByTime(10);
  expect(topics()).toEqual([['bell', 'staleFootprints']]);
  tell(0, 7);
  tell(1, 3);
  expect([one.told, other.told, waiting.told]).toEqual([[7], [7], [3]]);
  // The next page follows nothing new: the stream stays.
  one.leave();
  vi.advanceTimersByTime(10);
  expect(streams).toHaveLength(1);
  waiting.leave();
  vi.advanceTimersByTime(10);
  expect(topics()).toEqual([['bell']]);
  other.leave();
  vi.advanceTimersByTime(10);
  expect(topics()).toEqual([]);
});

it('asks no more of what has settled, and again after a while where a page still waits', () => {
  const { follow, tell, topics, streams } = setUp();
  follow(bell);
  const waiting = follow(stale);
  vi.advanceTimersByTime(10);
  tell(1, 0, true);
  expect(waiting.told).toEqual([0, 'settled']);
  vi.advanceTimersByTime(2_000);
  expect(streams).toHaveLength(1);
  vi.advanceTimersByTime(2_000);
  expect(topics()).toEqual([['bell', 'staleFootprints']]);
  expect(streams).toHaveLength(2);
});

it('opens nothing anew for what has settled and is left', () => {
  const { follow, tell, streams } = setUp();
  follow(bell);
  const waiting = follow(stale);
  vi.advanceTimersByTime(10);
  tell(1, 0, true);
  waiting.leave();
  vi.advanceTimersByTime(60_000);
  expect(streams).toHaveLength(1);
});

it('lets go of the bell out of sight, and keeps what is waited for', () => {
  const { connection, follow, tell, topics } = setUp();
  const rung = follow(bell);
  const waiting = follow(stale);
  vi.advanceTimersByTime(10);
  connection.setInSight(false);
  vi.advanceTimersByTime(10);
  expect(topics()).toEqual([['staleFootprints']]);
  tell(0, 2);
  expect([rung.told, waiting.told]).toEqual([[], [2]]);
  waiting.leave();
  vi.advanceTimersByTime(10);
  expect(topics()).toEqual([]);
  connection.setInSight(true);
  vi.advanceTimersByTime(10);
  expect(topics()).toEqual([['bell']]);
});

it('takes a lost stream up again, later and later, and at once again after it has worked', () => {
  const { follow, tell, fail, topics, streams } = setUp();
  follow(bell);
  vi.advanceTimersByTime(10);
  for (const seconds of [3, 6, 12, 24, 30, 30]) {
    fail(new Error('away'));
    expect(topics()).toEqual([]);
    vi.advanceTimersByTime(seconds * 1_000 - 1);
    expect(topics()).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(topics()).toEqual([['bell']]);
  }
  tell(0, 1);
  fail(new Error('away'));
  vi.advanceTimersByTime(3_000);
  expect(topics()).toEqual([['bell']]);
  expect(streams).toHaveLength(8);
});

it('asks no more for what is refused, and goes on with the bell', () => {
  const { connection, follow, fail, topics } = setUp();
  const rung = follow(bell);
  const waiting = follow(release);
  vi.advanceTimersByTime(10);
  fail('refused');
  expect([rung.told, waiting.told]).toEqual([[], ['refused']]);
  vi.advanceTimersByTime(60_000);
  expect(topics()).toEqual([['bell']]);
  // Signed out: of the bell alone nothing is asked any more either, until somebody comes back to the page.
  fail('refused');
  expect(rung.told).toEqual(['refused']);
  vi.advanceTimersByTime(600_000);
  expect(topics()).toEqual([]);
  connection.setInSight(false);
  connection.setInSight(true);
  vi.advanceTimersByTime(10);
  expect(topics()).toEqual([['bell']]);
});

it('hears nothing of a stream it has closed', () => {
  const { follow, streams, topics } = setUp();
  const rung = follow(bell);
  vi.advanceTimersByTime(10);
  const [first] = streams;
  const waiting = follow(stale);
  vi.advanceTimersByTime(10);
  expect(topics()).toEqual([['bell', 'staleFootprints']]);
  first?.listener.onData({ topic: 0, state: 9, at: '', isSettled: false } as unknown as TopicNews);
  first?.listener.onError(new Error('late'));
  vi.advanceTimersByTime(60_000);
  expect([rung.told, waiting.told, streams.length]).toEqual([[], [], 2]);
});
