import { useCallback, useState } from 'react';

/** A list of which the page brought the beginning. */
export interface More<Item> {
  readonly items: readonly Item[];
  readonly isLoading: boolean;
  /** The last portion did not come; asking again may help. */
  readonly hasFailed: boolean;
  /** Reads the next portion; nothing while one is on its way or all are there. */
  readonly more: () => void;
}

/**
 * Reads a list of `count` items portion by portion, behind those the page brought. What it lists must not change: give
 * the component that uses it a `key` of what it lists.
 */
export function useMore<Item>(
  first: readonly Item[],
  count: number,
  load: (offset: number) => Promise<readonly Item[]>,
): More<Item> {
  const [further, setFurther] = useState<readonly Item[]>([]);
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle');
  const offset = first.length + further.length;
  const more = useCallback(async () => {
    if (state === 'loading' || offset >= count) return;
    setState('loading');
    try {
      const next = await load(offset);
      setFurther((before) => [...before, ...next]);
      setState('idle');
    } catch {
      setState('failed');
    }
  }, [state, offset, count, load]);
  return {
    items: further.length === 0 ? first : [...first, ...further],
    isLoading: state === 'loading',
    hasFailed: state === 'failed',
    more: () => void more(),
  };
}
