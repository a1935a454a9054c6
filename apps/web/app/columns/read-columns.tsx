import { Button, NativeSelect, Text } from '@mantine/core';
import type { BomField, SheetField } from '@slipstream/inventory-sheet';
import type { ImportedTable } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Form, useNavigation } from 'react-router';
import { Panel } from '../components/panel.tsx';
import { RefusalAlert } from '../components/refusal-alert.tsx';
import { StateTag } from '../components/state-tag.tsx';
import type { Refusal } from '../door.ts';
import table from '../requests/table.module.css';
import { choiceName, columnsInDoubt } from './column-choices.ts';
import classes from './read-columns.module.css';

type Field = BomField | SheetField;

interface ReadColumnsProps {
  /** What reading again changes. */
  readonly detail: string;
  readonly tables: readonly ImportedTable[];
  /** What a column can be taken as. */
  readonly fields: readonly Field[];
  /** Whether rows were left out: a column taken for something else may be why. */
  readonly hasLeftOut: boolean;
  readonly refused: Refusal | undefined;
}

/** How the columns of a file were understood, to be corrected and read again; folded away where nothing is in doubt. */
export function ReadColumns({ detail, tables, fields, hasLeftOut, refused }: ReadColumnsProps) {
  const { t } = useTranslation('columns');
  const navigation = useNavigation();
  const isOpen = refused !== undefined || hasLeftOut || tables.some((one) => columnsInDoubt(one).length > 0);
  return (
    <Panel title={t('title')}>
      <Text size="sm" c="dimmed" mb="sm">
        {detail}
      </Text>
      <details className={classes.fold} open={isOpen}>
        <summary>{t('show')}</summary>
        <Form method="post" className={classes.form}>
          <input type="hidden" name="intent" value="readAgain" />
          {tables.map((one, place) => (
            <TableColumns key={`${one.sheet} ${one.headerRow}`} table={one} place={place} fields={fields} />
          ))}
          <RefusalAlert refused={refused} />
          <Button type="submit" loading={navigation.formData?.get('intent') === 'readAgain'}>
            {t('action')}
          </Button>
        </Form>
      </details>
    </Panel>
  );
}

interface TableColumnsProps {
  readonly table: ImportedTable;
  /** Its place among the tables of the file. */
  readonly place: number;
  readonly fields: readonly Field[];
}

function TableColumns({ table: read, place, fields }: TableColumnsProps) {
  const { sheet, headerRow, columns } = read;
  const inDoubt = columnsInDoubt(read);
  const { t } = useTranslation(['columns', 'terms']);
  const choices = [
    { value: '', label: t('columns:unused') },
    ...fields.map((field) => ({ value: field, label: t(`terms:column.${field}`) })),
  ];
  return (
    <table className={`${table.table} ${table.stacked}`}>
      <caption className={classes.caption}>
        {headerRow === null
          ? t('columns:tableWithoutHeader', { sheet })
          : t('columns:table', { sheet, row: headerRow })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('columns:column')}</th>
          <th scope="col">{t('columns:header')}</th>
          <th scope="col">{t('columns:samples')}</th>
          <th scope="col">{t('columns:field')}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map((guess) => {
          const { letters, header, samples } = guess;
          return (
            <tr key={letters}>
              <th scope="row">{letters}</th>
              <td data-label={t('columns:header')}>
                {header ? (
                  <span data-external>{header}</span>
                ) : (
                  <Text c="dimmed" inherit span>
                    {t('columns:noHeader')}
                  </Text>
                )}
              </td>
              <td data-label={t('columns:samples')} data-external className={classes.samples}>
                {samples.length > 0 ? samples.join(' · ') : '–'}
              </td>
              <td data-label={t('columns:field')} className={classes.field}>
                <span className={classes.choice}>
                  <NativeSelect
                    name={choiceName(place, letters)}
                    defaultValue={guess.field ?? ''}
                    data={choices}
                    aria-label={t('columns:fieldOf', { column: letters })}
                    // Not as it was left on an earlier visit: what was read is what stands here.
                    autoComplete="off"
                  />
                  {inDoubt.includes(guess) && <StateTag tone="asked">{t('columns:unsure')}</StateTag>}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
