/**
 * What a reader of published sums can work out exactly. Every sum is a linear equation over the members' values; a value
 * is taken to stay the same from release to release, which is the reader's best case. The equations are kept in reduced
 * row echelon form modulo a prime, where all arithmetic is exact.
 */
export interface KnownSums {
  readonly columns: ReadonlyMap<string, number>;
  readonly fields: readonly Echelon[];
}

interface Echelon {
  readonly prime: number;
  /** Each row has 1 at its pivot; no other row has anything there. */
  readonly rows: readonly (readonly number[])[];
  readonly pivots: readonly number[];
}

/**
 * The largest primes below 2^26: products of residues stay below 2^53 and are exact as doubles. A sum that can be worked
 * out over the rationals could hide modulo one prime only if that prime divided a determinant; two are asked.
 */
const primes = [67_108_859, 67_108_837] as const;

/** Nothing published yet about these members. */
export function nothingKnown(members: readonly string[]): KnownSums {
  return {
    columns: new Map(members.map((id, column) => [id, column])),
    fields: primes.map((prime) => ({ prime, rows: [], pivots: [] })),
  };
}

/** What is known once the sum over these members is published too. */
export function withSum(known: KnownSums, members: readonly string[]): KnownSums {
  const width = known.columns.size;
  return {
    ...known,
    fields: known.fields.map((field) => withRow(field, indicator(known.columns, members, width))),
  };
}

/**
 * Whether nobody's value can be worked out, not even by a member that knows its own.
 *
 * Let N be a basis of what the equations leave open, one row per member. A value is determined when its row of N is
 * zero, and determined for a member that knows its own when the two rows are parallel. In echelon form the rows of N are
 * unit vectors for free columns and, negated, the free entries of the pivot rows; so it is enough that every pivot row
 * has at least two free entries and no two pivot rows are parallel there.
 */
export function protectsEveryMember(known: KnownSums): boolean {
  return known.fields.every(({ prime, rows, pivots }) => {
    const isPivot = new Set(pivots);
    const directions = new Set<string>();
    return rows.every((row) => {
      const free = row.flatMap((entry, column) =>
        entry !== 0 && !isPivot.has(column) ? [[column, entry] as const] : [],
      );
      const [first] = free;
      if (first === undefined || free.length < 2) return false;
      const scale = inverse(first[1], prime);
      const direction = free.map(([column, entry]) => `${column}:${(entry * scale) % prime}`).join(' ');
      const isNew = !directions.has(direction);
      directions.add(direction);
      return isNew;
    });
  });
}

function indicator(
  columns: ReadonlyMap<string, number>,
  members: readonly string[],
  width: number,
): number[] {
  const row = new Array<number>(width).fill(0);
  for (const id of members) {
    const column = columns.get(id);
    if (column === undefined) throw new Error(`${id} is not among the members`);
    row[column] = 1;
  }
  return row;
}

function withRow(field: Echelon, sum: readonly number[]): Echelon {
  const { prime, rows, pivots } = field;
  const rest = rows.reduce<readonly number[]>(
    (row, pivotRow, index) => less(row, pivotRow, row[pivots[index] ?? -1] ?? 0, prime),
    sum,
  );
  const pivot = rest.findIndex((entry) => entry !== 0);
  if (pivot === -1) return field;
  const scale = inverse(rest[pivot] ?? 0, prime);
  const added = rest.map((entry) => (entry * scale) % prime);
  return {
    prime,
    rows: [...rows.map((row) => less(row, added, row[pivot] ?? 0, prime)), added],
    pivots: [...pivots, pivot],
  };
}

/** row - factor × other, modulo the prime. */
function less(
  row: readonly number[],
  other: readonly number[],
  factor: number,
  prime: number,
): readonly number[] {
  if (factor === 0) return row;
  return row.map((entry, column) => (entry + (prime - factor) * (other[column] ?? 0)) % prime);
}

/** Multiplicative inverse by Fermat: value^(prime - 2). */
function inverse(value: number, prime: number): number {
  let [result, base, exponent] = [1, value, prime - 2];
  while (exponent > 0) {
    if (exponent % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
    exponent = Math.floor(exponent / 2);
  }
  return result;
}
