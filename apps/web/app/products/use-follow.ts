import { useEffect } from 'react';
import { useRevalidator } from 'react-router';

const everyMs = 500;

/** Reads the page's data again twice a second for as long as something is under way. */
export function useFollow(isUnderWay: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isUnderWay || state !== 'idle') return;
    const timer = setTimeout(() => document.visibilityState === 'visible' && revalidate(), everyMs);
    return () => clearTimeout(timer);
  }, [isUnderWay, revalidate, state]);
}
