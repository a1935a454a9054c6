import { Link, useSearchParams } from 'react-router';
import classes from './sort-heading.module.css';
import { type ListSorting, sortedAddress } from './sorting.ts';

interface SortHeadingProps<Sort extends string> {
  readonly sort: Sort;
  readonly sorting: ListSorting<Sort>;
  /** How its column looks in the table it stands in. */
  readonly className?: string | undefined;
  readonly children: string;
}

/** A heading that sorts by its column, the other way round when pressed again. */
export function SortHeading<Sort extends string>(props: SortHeadingProps<Sort>) {
  const { sort, sorting, className, children } = props;
  const [address] = useSearchParams();
  const order = sorting.by === sort ? sorting.order : undefined;
  return (
    <th scope="col" className={className} aria-sort={order && (order === 'asc' ? 'ascending' : 'descending')}>
      <Link
        to={sortedAddress(address, sorting, sort)}
        preventScrollReset
        replace
        className={classes.sort}
        data-present={order !== undefined || undefined}
      >
        {children}
        <span aria-hidden>{order === 'asc' ? ' ↑' : order === 'desc' ? ' ↓' : ''}</span>
      </Link>
    </th>
  );
}
