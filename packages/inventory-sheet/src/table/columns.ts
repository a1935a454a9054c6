import { plainText } from '@slipstream/quantity';
import { comparisonKey } from './plain.ts';
import { readUnit } from './unit.ts';

/** How the columns of a kind of table are known by their headers. */
export interface ColumnRules<Field extends string> {
  /** The headers each field goes by, in Chinese and English; the first are shown to people. */
  readonly names: Readonly<Record<Field, readonly string[]>>;
  /**
   * Headers that say little (`單位`, `來源`) and take their meaning from the nearest column on their left:
   * field on the left → header → field meant.
   */
  readonly followers: Partial<Record<Field, Readonly<Record<string, Field>>>>;
  /** What such a header means where no column on its left tells. */
  readonly fallback: Readonly<Record<string, Field>>;
  /** Words that title groups of columns, besides the headers themselves: `採購資料`, `General`. */
  readonly groups: readonly string[];
  /**
   * Fields that, as the title of a group, are about something else than the row: under `母件` a `品名` is the
   * assembly's, not the part's. What is listed is then not the row's.
   */
  readonly others: Partial<Record<Field, readonly Field[]>>;
}

/** One column and what it is taken for. */
export interface ColumnGuess<Field extends string> {
  /** Counted from 1. */
  readonly column: number;
  /** The header as read, both rows joined; empty where the table has none. */
  readonly header: string;
  readonly field: Field | null;
  /** 1 for a header known by name, less for one recognised in part or by its content; 0 for none. */
  readonly confidence: number;
  /** What stands in brackets in the header, mostly a unit: `單重 (g)`. */
  readonly hint: string | null;
}

/** A header text at a column; `upper` is that of the row above it where the header has two rows. */
export interface HeaderText {
  readonly column: number;
  readonly text: string;
  readonly upper: string;
}

const brackets = /[([（【]([^)\]）】]*)[)\]）】]/g;
/** Words of a group title that say nothing: `係數資料` over `名稱` means `係數名稱`. */
const emptyWords = /資料|資訊|訊息|\b(?:data|information|info)\b/gi;

/** Rules made ready for matching. */
export interface ColumnMatcher<Field extends string> {
  readonly match: (headers: readonly HeaderText[]) => ColumnGuess<Field>[];
  /** Whether a text is a header or the title of a group by its name. */
  readonly knows: (text: string) => boolean;
}

/** Prepares the rules once; matching a header row gives each field to the one column that fits it best. */
export function columnMatcher<Field extends string>(rules: ColumnRules<Field>): ColumnMatcher<Field> {
  const names = Object.entries<readonly string[]>(rules.names).flatMap(([field, list]) =>
    list.map((name) => ({ field: field as Field, key: comparisonKey(name) })),
  );
  const exact = new Map(names.map(({ field, key }) => [key, field]));
  const followers = new Map(
    Object.entries<Readonly<Record<string, Field>> | undefined>(rules.followers).map(([field, map]) => [
      field,
      new Map(Object.entries(map ?? {}).map(([name, meant]) => [comparisonKey(name), meant])),
    ]),
  );
  const fallback = new Map(
    Object.entries<Field>(rules.fallback).map(([name, field]) => [comparisonKey(name), field]),
  );

  const groups = new Set(rules.groups.map(comparisonKey));
  const others = new Map(
    Object.entries<readonly Field[] | undefined>(rules.others).map(([field, list]) => [field, new Set(list)]),
  );
  /** What the columns under a title of a group cannot be by their own name. */
  const excludedBy = (upper: string): ReadonlySet<Field> | undefined =>
    titleKeys(upper)
      .map((key) => others.get(exact.get(key) ?? ''))
      .find(Boolean);

  const scores = (header: HeaderText): Map<Field, number> => {
    const found = new Map<Field, number>();
    const excluded = excludedBy(header.upper);
    const note = (field: Field, score: number, isOwn: boolean) => {
      if (isOwn && excluded?.has(field)) return;
      if (score > (found.get(field) ?? 0)) found.set(field, score);
    };
    for (const [text, weight, isOwn] of variants(header)) {
      const key = comparisonKey(text);
      if (key === '') continue;
      const field = exact.get(key);
      if (field) note(field, weight, isOwn);
      else if (!fallback.has(key))
        for (const name of names)
          if (isPartOf(name.key, key))
            note(name.field, weight * (0.55 + (0.3 * name.key.length) / key.length), isOwn);
    }
    return found;
  };

  return {
    knows: (text) => titleKeys(text).some((key) => exact.has(key) || groups.has(key)),
    match: (headers) => {
      const pairs = headers
        .flatMap((header) => [...scores(header)].map(([field, score]) => ({ header, field, score })))
        .sort((left, right) => right.score - left.score || left.header.column - right.header.column);
      const fieldOf = new Map<number, { readonly field: Field; readonly score: number }>();
      const taken = new Set<Field>();
      for (const { header, field, score } of pairs) {
        if (taken.has(field) || fieldOf.has(header.column)) continue;
        fieldOf.set(header.column, { field, score });
        taken.add(field);
      }
      const give = (column: number, field: Field | undefined, score: number) => {
        if (!field || taken.has(field)) return false;
        fieldOf.set(column, { field, score });
        taken.add(field);
        return true;
      };
      for (const [index, header] of headers.entries()) {
        if (fieldOf.has(header.column)) continue;
        const keys = plainKeys(header.text);
        for (let left = index - 1; left >= 0 && left >= index - 4; left--) {
          const neighbour = fieldOf.get(headers[left]?.column ?? 0);
          const known = neighbour && followers.get(neighbour.field);
          const meant = known && keys.map((key) => known.get(key)).find(Boolean);
          if (meant && give(header.column, meant, 0.9)) break;
        }
      }
      for (const header of headers)
        if (!fieldOf.has(header.column))
          give(
            header.column,
            plainKeys(header.text)
              .map((key) => fallback.get(key))
              .find(Boolean),
            0.75,
          );
      return headers.map((header) => {
        const guess = fieldOf.get(header.column);
        return {
          column: header.column,
          header: [header.upper, header.text].filter(Boolean).map(plainText).join(' '),
          field: guess?.field ?? null,
          confidence: guess?.score ?? 0,
          hint: hintOf(header.text),
        };
      });
    },
  };
}

/** The ways to read a header: both rows, one row, without brackets, each language of `數量 Quantity`. */
function variants({ text, upper }: HeaderText): [text: string, weight: number, isOwn: boolean][] {
  const bare = withoutBrackets(text);
  const found: [string, number, boolean][] = [];
  if (upper !== '') {
    const title = withoutBrackets(upper);
    found.push([`${title}${bare}`, 1, false]);
    for (const piece of pieces(title)) found.push([`${piece.replace(emptyWords, '')}${bare}`, 0.98, false]);
  }
  found.push([text, upper === '' ? 1 : 0.9, true], [bare, upper === '' ? 0.97 : 0.88, true]);
  // Of two languages that mean different columns (`項目名稱 Item`) the first counts.
  for (const [index, piece] of pieces(bare).entries())
    if (piece !== bare) found.push([piece, (upper === '' ? 0.95 : 0.86) - 0.01 * Math.min(index, 3), true]);
  if (upper !== '' && text === '') found.push([withoutBrackets(upper), 0.9, false]);
  return found;
}

/** The keys a title of a group goes by: whole, its pieces, and each without the words that say nothing. */
function titleKeys(text: string): string[] {
  const title = withoutBrackets(text);
  return [title, ...pieces(title)]
    .flatMap((piece) => [piece, piece.replace(emptyWords, '')])
    .map(comparisonKey)
    .filter((key) => key !== '');
}

/** What stands in brackets in a header: of several the one that is a unit, as in `活動數據(總量)(kg)`. */
function hintOf(text: string): string | null {
  const hints = [...plainText(text).matchAll(brackets)].map((match) => (match[1] ?? '').trim());
  return hints.find((hint) => readUnit(hint) !== null) ?? hints.find((hint) => hint !== '') ?? null;
}

/** Each language or alternative of a header: `單位 Unit`, `數量/Qty`. */
function pieces(bare: string): string[] {
  return bare.split(/[\n/／|]|(?<=\p{Script=Han}) +(?=[A-Za-z])|(?<=[a-z.]) +(?=\p{Script=Han})/u);
}

/** The keys by which a header that says little is looked up: whole, then its pieces. */
function plainKeys(text: string): string[] {
  const bare = withoutBrackets(text);
  return [bare, ...pieces(bare)].map(comparisonKey).filter((key) => key !== '');
}

function withoutBrackets(text: string): string {
  return text.replace(brackets, ' ').trim();
}

/** A name counts as part of a header if it is long enough to mean something: two Han characters, four letters. */
function isPartOf(name: string, key: string): boolean {
  return (
    name.length >= (/\p{Script=Han}/u.test(name) ? 2 : 4) &&
    key.length <= name.length * 5 &&
    key.includes(name)
  );
}
