import { useDate } from '../i18n/use-date.ts';
import classes from './period.module.css';

/** From a day to a day, in the reader's language and calendar; broken between the days alone. */
export function Period({ start, end }: { readonly start: string; readonly end: string }) {
  const dateOf = useDate();
  return (
    <>
      <span className={classes.day}>{dateOf(start)} –</span>{' '}
      <span className={classes.day}>{dateOf(end)}</span>
    </>
  );
}
