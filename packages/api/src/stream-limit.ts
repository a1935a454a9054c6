import { ServiceError } from '@slipstream/services';

/** Counts what is open for each session, and refuses more than `most` with `tooManyAttempts`. */
export function makeStreamLimit(most: number) {
  const open = new Map<string, number>();
  return {
    /** Takes a place; returns what gives it back. */
    enter(sessionId: string): () => void {
      const before = open.get(sessionId) ?? 0;
      if (before >= most) throw new ServiceError('tooManyAttempts');
      open.set(sessionId, before + 1);
      let isOpen = true;
      return () => {
        if (!isOpen) return;
        isOpen = false;
        const left = (open.get(sessionId) ?? 1) - 1;
        if (left === 0) open.delete(sessionId);
        else open.set(sessionId, left);
      };
    },
  };
}
export type StreamLimit = ReturnType<typeof makeStreamLimit>;
