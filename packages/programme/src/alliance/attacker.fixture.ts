/**
 * The attacker of the tests: exact rational algebra over everything published, kept apart from the gate it attacks.
 * @returns the members whose value can be worked out, alone or by some other member that knows its own
 */
export function attack(
  everybody: readonly string[],
  sums: readonly (readonly string[])[],
): ReadonlySet<string> {
  const rows = sums.reduce<bigint[][]>(
    (known, sum) =>
      learn(
        known,
        everybody.map((id) => (sum.includes(id) ? 1n : 0n)),
      ),
    [],
  );
  const solved = new Set(solvedIn(rows).map((column) => everybody[column] ?? ''));
  everybody.forEach((_, insider) => {
    const itself = everybody.map((__, column) => (column === insider ? 1n : 0n));
    for (const column of solvedIn(learn(rows, itself)))
      if (column !== insider) solved.add(everybody[column] ?? '');
  });
  return solved;
}

/** Adds an equation to rows in reduced echelon form, in whole numbers. */
function learn(rows: readonly bigint[][], equation: readonly bigint[]): bigint[][] {
  let rest = [...equation];
  for (const row of rows) rest = eliminate(rest, row, pivotOf(row));
  const pivot = pivotOf(rest);
  if (pivot === -1) return [...rows];
  return [...rows.map((row) => eliminate(row, rest, pivot)), rest];
}

/** Columns that a row determines alone. */
function solvedIn(rows: readonly bigint[][]): number[] {
  return rows.filter((row) => row.filter((entry) => entry !== 0n).length === 1).map(pivotOf);
}

function pivotOf(row: readonly bigint[]): number {
  return row.findIndex((entry) => entry !== 0n);
}

/** row × a - other × b such that the pivot column becomes zero, divided by its common divisor. */
function eliminate(row: readonly bigint[], other: readonly bigint[], pivot: number): bigint[] {
  const [have, take] = [row[pivot] ?? 0n, other[pivot] ?? 1n];
  if (have === 0n) return [...row];
  const next = row.map((entry, column) => entry * take - (other[column] ?? 0n) * have);
  const divisor = next.reduce((found, entry) => commonDivisor(found, entry), 0n);
  return divisor > 1n ? next.map((entry) => entry / divisor) : next;
}

function commonDivisor(one: bigint, other: bigint): bigint {
  let [large, small] = [one < 0n ? -one : one, other < 0n ? -other : other];
  while (small > 0n) [large, small] = [small, large % small];
  return large;
}
