import { useRouteLoaderData } from 'react-router';
import type { loader as rootLoader } from '../root.tsx';
import type { Calendar } from './format.ts';

/** The calendar the reader's dates are shown in. */
export function useCalendar(): Calendar {
  return useRouteLoaderData<typeof rootLoader>('root')?.calendar ?? 'roc';
}
