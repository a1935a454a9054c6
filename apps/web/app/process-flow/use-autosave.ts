import { useEffect, useRef, useState } from 'react';

/** How a save ended: the new version, or that somebody else saved in between. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly version: number }
  | { readonly kind: 'conflict' };

export type SaveState =
  | { readonly kind: 'saved'; readonly at: Date | null }
  | { readonly kind: 'saving' | 'failed' | 'conflict' };

const quietMs = 600;
const retryMs = 4_000;

/**
 * Saves `state` shortly after it stops changing, one save at a time, always the newest; tries again while the
 * server cannot be reached. `version` is what the page was loaded with and grows with every save.
 */
export function useAutosave<State>(
  state: State,
  version: number,
  save: (state: State, version: number) => Promise<SaveOutcome>,
): SaveState {
  const [saveState, setSaveState] = useState<SaveState>({ kind: 'saved', at: null });
  const latest = useRef(state);
  const savedState = useRef(state);
  const savedVersion = useRef(version);
  const busy = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const saveLatest = useRef(save);
  saveLatest.current = save;

  useEffect(() => {
    latest.current = state;
    const run = async () => {
      if (busy.current || Object.is(latest.current, savedState.current)) return;
      busy.current = true;
      setSaveState({ kind: 'saving' });
      const sent = latest.current;
      let wait = 0;
      try {
        const outcome = await saveLatest.current(sent, savedVersion.current);
        if (outcome.kind === 'conflict') {
          setSaveState({ kind: 'conflict' });
          return;
        }
        savedState.current = sent;
        savedVersion.current = outcome.version;
        setSaveState({ kind: 'saved', at: new Date() });
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
