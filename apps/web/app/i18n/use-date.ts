import { useRouteLoaderData } from 'react-router';
import type { loader } from '../root.tsx';
import { formatDate } from './format.ts';
import { useLanguage } from './use-language.ts';

/** Writes ISO dates and instants in the reader's language and calendar. */
export function useDate(): (iso: string) => string {
  const language = useLanguage();
  const calendar = useRouteLoaderData<typeof loader>('root')?.calendar ?? 'gregorian';
  return (iso) => formatDate(iso, language, calendar);
}
