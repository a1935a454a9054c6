import { dayInTaiwan } from '@slipstream/quantity';
import type { ImportSummary } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StateTag, type Tone } from '../components/state-tag.tsx';
import { useDate } from '../i18n/use-date.ts';
import classes from './import-list.module.css';

const tones: Readonly<Record<ImportSummary['state'], Tone>> = {
  received: 'asked',
  reading: 'asked',
  read: 'ours',
  refused: 'bad',
};

/** Files that were imported lately, each leading to what became of it or how far it is. */
export function ImportList({ imports }: { readonly imports: readonly ImportSummary[] }) {
  const { t } = useTranslation('products');
  const dateOf = useDate();
  return (
    <ul className={classes.list}>
      {imports.map(({ id, fileName, state, receivedAt, rowsAccepted }) => (
        <li key={id}>
          <Link to={`/products/imports/${id}`}>
            <span className={classes.name}>
              <b>{fileName}</b>
              <small>
                {dateOf(dayInTaiwan(receivedAt))}
                {state === 'read' && ` · ${t('imports.rows', { count: rowsAccepted })}`}
              </small>
            </span>
            <StateTag tone={tones[state]}>{t(`imports.states.${state}`)}</StateTag>
          </Link>
        </li>
      ))}
    </ul>
  );
}
