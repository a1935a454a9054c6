import type { openSheet } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { useFindingText } from '../i18n/use-finding-text.ts';
import classes from './sheet.module.css';
import { BasicFields, LineFields } from './sheet-fields.tsx';

export type SheetPage = Awaited<ReturnType<typeof openSheet>>;
type Found = SheetPage['findings'][number];

/** Everything found in one line, one row or the basics is mended in one form. */
export function groupByPlace(errors: readonly Found[]): readonly (readonly Found[])[] {
  const groups = new Map<string, Found[]>();
  for (const one of errors) {
    const { line } = one.finding.values;
    const key = one.rejectedText !== null ? `row ${one.sheet} ${one.row}` : line ? `line ${line}` : 'basics';
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

/** What was found, at its cell. */
export function SheetFinding({ found: one }: { readonly found: Found }) {
  const { t } = useTranslation('supplier');
  const textOf = useFindingText();
  const place =
    one.sheet === null || one.row === null
      ? null
      : one.column
        ? t('sheet.at', { sheet: one.sheet, cell: `${one.column}${one.row}` })
        : t('sheet.atRow', { sheet: one.sheet, row: one.row });
  return (
    <>
      {place && <div className={classes.place}>{place}</div>}
      <div className={classes.text} data-severity={one.finding.severity}>
        {textOf(one.finding)}
      </div>
    </>
  );
}

/** The findings of one place with the fields that mend them. */
export function MendForm(props: {
  readonly group: readonly Found[];
  readonly page: SheetPage;
  readonly canChange: boolean;
}) {
  const { group, page, canChange } = props;
  const { t } = useTranslation('supplier');
  const [first] = group;
  if (!first) return null;
  const isRow = first.rejectedText !== null;
  const lineNumber = Number(first.finding.values.line);
  const line = page.sheet?.lines.find((one) => one.lineNumber === lineNumber);
  const fields = new Set(group.map(({ finding }) => String(finding.values.field ?? '')));
  return (
    <li>
      {group.map((one) => (
        <SheetFinding key={one.id} found={one} />
      ))}
      {isRow && <div className={classes.place}>{t('sheet.rowText', { text: first.rejectedText ?? '' })}</div>}
      {canChange && (
        <Form method="post" className={classes.form} preventScrollReset>
          {isRow || line ? (
            <LineFields line={line} fields={isRow ? null : fields} findingId={isRow ? first.id : null} />
          ) : (
            <BasicFields
              page={page}
              asksPieceMass={group.some(({ finding }) => finding.code === 'answer.declaredUnitMismatch')}
            />
          )}
        </Form>
      )}
    </li>
  );
}
