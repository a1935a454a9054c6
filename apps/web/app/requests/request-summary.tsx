import { Anchor, Text } from '@mantine/core';
import { supplierRequestMachine } from '@slipstream/programme';
import type { Overview } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDate } from '../i18n/use-date.ts';
import { RequestState } from './request-state.tsx';
import classes from './request-summary.module.css';

const shownOverdue = 4;

/** How the requests stand: how many in each state, and who should have answered by now. */
export function RequestSummary({ requests }: { requests: Overview['requests'] }) {
  const { t } = useTranslation(['products', 'requests']);
  const dateOf = useDate();
  const { countByState, overdue } = requests;
  const states = supplierRequestMachine.states.filter((state) => countByState[state]);
  if (states.length === 0)
    return (
      <Text c="dimmed" size="sm">
        {t('products:overview.requestsNone')}{' '}
        <Anchor component={Link} to="/suppliers" inherit td="underline">
          {t('products:overview.requestsNoneAction')}
        </Anchor>
      </Text>
    );
  return (
    <>
      <ul className={classes.states}>
        {states.map((state) => (
          <li key={state}>
            <Link to={`/requests?state=${state}`}>
              <b>{countByState[state]}</b>
              <RequestState state={state} />
            </Link>
          </li>
        ))}
      </ul>
      {overdue.length > 0 && (
        <>
          <Text component="h3" size="sm" fw={600} mt="md">
            <Anchor component={Link} to="/requests?overdue=1" inherit c="inherit">
              {t('products:overview.overdue', { count: overdue.length })}
            </Anchor>
          </Text>
          <ul className={classes.overdue}>
            {overdue.slice(0, shownOverdue).map(({ id, supplier, dueDate }) => (
              <li key={id}>
                <Link to={`/requests/${id}`}>
                  <span>{supplier}</span>
                  <small>{t('products:overview.overdueSince', { date: dateOf(dueDate) })}</small>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
