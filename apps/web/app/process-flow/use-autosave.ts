import { useEffect, useRef, useState } from 'react';
import type { Refusal } from '../door.ts';

/** How a save ended: the new version, that somebody else saved in between, or why it may not be saved. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly version: number }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'refused'; readonly refused: Refusal };

export type SaveState =
  | { readonly kind: 'saved'; readonly at: Date | null }
  | Exclude<SaveOutcome, { readonly kind: 'saved' }>
  | { readonly kind: 'saving' | 'failed' };

const quietMs = 600;
const retryMs = 4_000;

/**
 * Saves `state` shortly after it stops changing, one save at a time, always the newest; tries again while the
 * server cannot be reached. What was refused waits for the next change. `version` is what the page was loaded with
 * and grows with every save.
 */
export function useAutosave<State>(
  state: State,
  version: number,
  save: (state: State, version: number) => Promise<SaveOutcome>,
): SaveState {
  const [saveState, setSaveState] = useState<SaveState>({ kind: 'saved', at: null });
  const latest = useRef(state);
  const savedState = useRef(state);
  const savedAt = useRef<Date | null>(null);
  const savedVersion = useRef(version);
  const busy = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const saveLatest = useRef(save);
  saveLatest.current = save;

  useEffect(() => {
    latest.current = state;
    const run = async () => {
      if (busy.current) return;
      if (Object.is(latest.current, savedState.current)) {
        setSaveState({ kind: 'saved', at: savedAt.current });
        return;
      }
      busy.current = true;
      const sent = latest.current;
      let wait = 0;
      try {
        const outcome = await saveLatest.current(sent, savedVersion.current);
        if (outcome.kind !== 'saved') {
          setSaveState(outcome);
          return;
        }
        savedState.current = sent;
        savedAt.current = new Date();
        savedVersion.current = outcome.version;
        if (Object.is(latest.current, sent)) setSaveState({ kind: 'saved', at: savedAt.current });
      } catch {
        setSaveState({ kind: 'failed' });
        wait = retryMs;
      } finally {
        busy.current = false;
      }
      if (!Object.is(latest.current, savedState.current)) timer.current = setTimeout(run, wait);
    };
    clearTimeout(timer.current);
    timer.current = setTimeout(run, quietMs);
    if (!Object.is(state, savedState.current)) setSaveState({ kind: 'saving' });
  }, [state]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (!Object.is(latest.current, savedState.current)) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
      clearTimeout(timer.current);
    };
  }, []);

  return saveState;
}
