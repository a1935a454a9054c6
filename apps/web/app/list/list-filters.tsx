import { Link } from 'react-router';
import classes from './list-filters.module.css';

interface ListFilter {
  readonly key: string;
  readonly label: string;
  readonly count?: number | string | undefined;
  /** The address of the list with only these. */
  readonly to: string;
}

interface ListFiltersProps {
  readonly label: string;
  readonly filters: readonly ListFilter[];
  /** The one the list shows now. */
  readonly present: string;
}

/** Parts of a list, one shown at a time, each with how many it holds. */
export function ListFilters({ label, filters, present }: ListFiltersProps) {
  return (
    <nav aria-label={label}>
      <ul className={classes.filters}>
        {filters.map((filter) => (
          <li key={filter.key}>
            <Link
              to={filter.to}
              preventScrollReset
              aria-current={filter.key === present ? 'page' : undefined}
            >
              {filter.label} {filter.count}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
