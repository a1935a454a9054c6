import { Loader, Progress, Text } from '@mantine/core';
import classes from './progress-note.module.css';

interface ProgressNoteProps {
  readonly text: string;
  /** From 0 to 1; null where nobody can say. */
  readonly share: number | null;
}

/** What is being done for the reader, and how far it is; read out when it changes, between other things. */
export function ProgressNote({ text, share }: ProgressNoteProps) {
  return (
    <div role="status" className={classes.note}>
      <Loader size="sm" aria-hidden />
      <div className={classes.text}>
        <Text fw={600} size="lg">
          {text}
        </Text>
        {share !== null && <Progress value={share * 100} transitionDuration={300} aria-hidden mt={8} />}
      </div>
    </div>
  );
}
