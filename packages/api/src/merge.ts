/**
 * What several streams yield, as it comes, each with the place of its stream; ends when all have. Where one fails, or
 * nobody listens any more, `end` is called, which must end them, and they are waited for.
 */
export async function* merge<Item>(
  streams: readonly AsyncGenerator<Item, void, void>[],
  end: () => void,
): AsyncGenerator<readonly [number, Item], void, void> {
  const nextOf = async (place: number, stream: AsyncGenerator<Item, void, void>) => ({
    place,
    stream,
    result: await stream.next(),
  });
  const waiting = new Map<number, ReturnType<typeof nextOf>>();
  const ask = (place: number, stream: AsyncGenerator<Item, void, void>) => {
    const next = nextOf(place, stream);
    // It may fail while nobody waits for it; whoever waits next is told all the same.
    next.catch(() => {});
    waiting.set(place, next);
  };
  streams.forEach((stream, place) => void ask(place, stream));
  try {
    while (waiting.size > 0) {
      const { place, stream, result } = await Promise.race(waiting.values());
      if (result.done) waiting.delete(place);
      else {
        ask(place, stream);
        yield [place, result.value];
      }
    }
  } finally {
    end();
    await Promise.allSettled(waiting.values());
  }
}
