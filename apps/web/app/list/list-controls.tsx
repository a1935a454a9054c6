import { ActionIcon, Button, NativeSelect, TextInput, Tooltip } from '@mantine/core';
import { IconSortAscending, IconSortDescending } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, Link, useSearchParams, useSubmit } from 'react-router';
import classes from './list-controls.module.css';
import { type ListSorting, listAddress, sortedAddress } from './sorting.ts';

interface ListControlsProps<Sort extends string> {
  readonly sorting: ListSorting<Sort>;
  /** What the list can be sorted by, in the reader's words. */
  readonly labelOf: (sort: Sort) => string;
  /** Left out where there are too few to search. */
  readonly search?: { readonly label: string; readonly words: string } | undefined;
  /** Headings of a table sort it too, where there is room for a table: there the choice is left to them. */
  readonly hasHeadings?: boolean;
}

/** What is set by these controls themselves; all else the address says is kept. */
const ownFields = ['search', 'sort', 'order'];

/** Searches and sorts a list by its address, on phones too, where a table has become cards without headings. */
export function ListControls<Sort extends string>(props: ListControlsProps<Sort>) {
  const { sorting, labelOf, search, hasHeadings = false } = props;
  const { t } = useTranslation('common');
  const submit = useSubmit();
  const [address] = useSearchParams();
  const kept = [...listAddress(address)].filter(([name]) => !ownFields.includes(name));
  const isTurned = address.has('order');
  const chosen = useRef<HTMLSelectElement>(null);
  const sortAsChosen = () => {
    const form = chosen.current?.form;
    if (!form) return;
    const fields = new FormData(form);
    // Another order begins from its own beginning.
    fields.delete('order');
    if (fields.get('search') === '') fields.delete('search');
    void submit(fields, { method: 'get', replace: true, preventScrollReset: true });
  };
  // What was chosen before the script was there counts too.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the script is there
  useEffect(() => {
    if (chosen.current && chosen.current.value !== sorting.by) sortAsChosen();
  }, []);
  const Direction = sorting.order === 'asc' ? IconSortAscending : IconSortDescending;
  const turn = t(`list.turn.${sorting.order}`);
  return (
    <Form
      method="get"
      preventScrollReset
      className={classes.controls}
      data-search={search !== undefined || undefined}
      data-headings={hasHeadings || undefined}
    >
      {kept.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      {isTurned && <input type="hidden" name="order" value={sorting.order} />}
      {search && (
        <div className={classes.search}>
          <TextInput
            key={search.words}
            type="search"
            name="search"
            label={search.label}
            defaultValue={search.words}
          />
          <Button type="submit" variant="default">
            {t('list.find')}
          </Button>
        </div>
      )}
      <div className={classes.sort}>
        <NativeSelect
          key={sorting.by}
          name="sort"
          label={t('list.sort')}
          defaultValue={sorting.by}
          data={sorting.sorts.map(({ sort }) => ({ value: sort, label: labelOf(sort) }))}
          ref={chosen}
          // Not as it was left on an earlier visit: the address says how the list is sorted.
          autoComplete="off"
          onChange={sortAsChosen}
        />
        <Tooltip label={turn}>
          <ActionIcon
            component={Link}
            to={sortedAddress(address, sorting, sorting.by)}
            preventScrollReset
            replace
            variant="default"
            size={40}
            aria-label={turn}
          >
            <Direction size={20} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
        {!search && (
          <noscript>
            <Button type="submit" variant="default">
              {t('list.sort')}
            </Button>
          </noscript>
        )}
      </div>
    </Form>
  );
}
