import classes from './state-tag.module.css';

/** `ours`: done or in our data; `asked`: somebody is asked; `good`, `bad`: a reduction, a harm; `quiet`: the rest. */
export type Tone = 'ours' | 'asked' | 'good' | 'bad' | 'quiet';

/** A state in one quiet word. */
export function StateTag({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className={classes.tag} data-tone={tone}>
      {children}
    </span>
  );
}
