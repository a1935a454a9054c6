import { useRouteLoaderData } from 'react-router';
import type { loader } from '../root.tsx';
import { formatDate } from './format.ts';
import { useLanguage } from './use-language.ts';

/** Writes ISO dates in the reader's language and calendar. */
export function useDate(): (isoDate: string) => string {
  const language = useLanguage();
  const calendar = useRouteLoaderData<typeof loader>('root')?.calendar ?? 'gregorian';
  return (isoDate) => formatDate(isoDate, language, calendar);
}
