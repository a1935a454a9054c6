import { cellFinding } from '../table/findings.ts';
import type { TableLog } from '../table/rows.ts';
import type { BomFindingCode, BomLine } from './model.ts';
import type { ProductList } from './products.ts';

/** A line as its row gives it, before it is joined to its assembly. */
export interface LooseLine extends Omit<BomLine, 'parent'> {
  readonly parentPartNumber: string | null;
  readonly isPercentCell: boolean;
  readonly columns: { readonly parent: number; readonly partNumber: number; readonly level: number };
}

/**
 * Joins lines to their assemblies: by the part number of the parent, else by level. A line that would close a cycle
 * is taken out (`bom.cycle`), so that what is left can always be unfolded; part numbers met twice are asked about.
 */
export function linkLines(
  loose: readonly LooseLine[],
  products: ProductList,
  log: TableLog<BomFindingCode>,
): BomLine[] {
  const kept = withoutCycles(loose, products, log);
  const lines: BomLine[] = [];
  const firstOf = new Map<string, number>();
  for (const [index, line] of kept.entries())
    if (line.partNumber !== null) {
      const key = `${line.product} ${line.partNumber}`;
      if (!firstOf.has(key)) firstOf.set(key, index);
    }
  const open: { level: number; index: number; product: number }[] = [];
  for (const [index, line] of kept.entries()) {
    const { parentPartNumber, isPercentCell, columns, ...content } = line;
    let parent: number | null = null;
    if (parentPartNumber !== null) {
      const found = firstOf.get(`${line.product} ${parentPartNumber}`);
      parent = found === undefined || found === index ? null : found;
      if (found === undefined && !isProduct(products, line.product, parentPartNumber))
        log.add(
          cellFinding('bom.parentUnknown', 'warning', line.sheet, line.row, columns.parent, {
            found: parentPartNumber,
          }),
        );
    } else if (line.level !== null) {
      while (
        open.length > 0 &&
        ((open.at(-1)?.level ?? 0) >= line.level || open.at(-1)?.product !== line.product)
      )
        open.pop();
      const above = open.at(-1);
      parent = above?.index ?? null;
      if (line.level > (above?.level ?? lowestLevel(kept, line.product) - 1) + 1)
        log.add(
          cellFinding('bom.levelJump', 'warning', line.sheet, line.row, columns.level, {
            found: line.level,
            expected: (above?.level ?? 0) + 1,
          }),
        );
      open.push({ level: line.level, index, product: line.product });
    }
    lines.push({ ...content, parent });
  }
  noteRepeats(lines, kept, log);
  return lines;
}

function isProduct(products: ProductList, index: number, partNumber: string): boolean {
  const product = products.all()[index];
  if (product?.partNumber === null && product.name !== partNumber) products.describe(index, partNumber, null);
  return products.all()[index]?.partNumber === partNumber || product?.name === partNumber;
}

const lowest = new WeakMap<readonly LooseLine[], Map<number, number>>();

/** The level at which a product's own parts stand in this file: 1, or 0 in some exports. */
function lowestLevel(lines: readonly LooseLine[], product: number): number {
  let byProduct = lowest.get(lines);
  if (!byProduct) {
    byProduct = new Map();
    for (const line of lines)
      if (line.level !== null)
        byProduct.set(line.product, Math.min(line.level, byProduct.get(line.product) ?? line.level));
    lowest.set(lines, byProduct);
  }
  return byProduct.get(product) ?? 1;
}

/** Adds lines one by one to the graph of part numbers and leaves out each that would close a cycle. */
function withoutCycles(
  loose: readonly LooseLine[],
  products: ProductList,
  log: TableLog<BomFindingCode>,
): LooseLine[] {
  const usedIn = new Map<string, string[]>();
  const assemblies = new Set<string>();
  const kept: LooseLine[] = [];
  const open: LooseLine[] = [];
  for (const line of loose) {
    let parent = line.parentPartNumber;
    if (parent === null && line.level !== null) {
      while (
        open.length > 0 &&
        ((open.at(-1)?.level ?? 0) >= line.level || open.at(-1)?.product !== line.product)
      )
        open.pop();
      parent = open.at(-1)?.partNumber ?? products.all()[line.product]?.partNumber ?? null;
    }
    const path =
      parent !== null &&
      line.partNumber !== null &&
      (parent === line.partNumber || assemblies.has(`${line.product} ${line.partNumber}`))
        ? pathUp(usedIn, line.product, parent, line.partNumber)
        : null;
    if (path) {
      const cycle = [line.partNumber, ...path].join(' → ');
      const column = line.parentPartNumber === null ? line.columns.partNumber : line.columns.parent;
      log.reject(
        line.sheet,
        line.row,
        [],
        cellFinding('bom.cycle', 'error', line.sheet, line.row, column, {
          found: line.partNumber,
          cycle: cycle.slice(0, 300),
        }),
      );
      continue;
    }
    if (line.level !== null) open.push(line);
    kept.push(line);
    if (parent !== null && line.partNumber !== null) {
      assemblies.add(`${line.product} ${parent}`);
      const key = `${line.product} ${line.partNumber}`;
      usedIn.set(key, [...(usedIn.get(key) ?? []), parent]);
    }
  }
  return kept;
}

/** The way from an assembly up to `target`, if `target` is one of those it goes into. */
function pathUp(
  usedIn: ReadonlyMap<string, readonly string[]>,
  product: number,
  from: string,
  target: string,
): string[] | null {
  const cameFrom = new Map<string, string | null>([[from, null]]);
  const queue = [from];
  for (let part = queue.pop(); part !== undefined; part = queue.pop()) {
    if (part === target) {
      const path: string[] = [];
      for (let step: string | null = part; step !== null; step = cameFrom.get(step) ?? null)
        path.unshift(step);
      return path;
    }
    for (const above of usedIn.get(`${product} ${part}`) ?? [])
      if (!cameFrom.has(above)) {
        cameFrom.set(above, part);
        queue.push(above);
      }
  }
  return null;
}

/** Asks about a part number that stands twice under one assembly, and about one that goes by two names. */
function noteRepeats(
  lines: readonly BomLine[],
  loose: readonly LooseLine[],
  log: TableLog<BomFindingCode>,
): void {
  const places = new Map<string, BomLine>();
  const names = new Map<string, BomLine>();
  for (const [index, line] of lines.entries()) {
    if (line.partNumber === null) continue;
    const column = loose[index]?.columns.partNumber ?? 1;
    const place = `${line.product} ${line.parent} ${line.partNumber}`;
    const first = places.get(place);
    if (first)
      log.add(
        cellFinding('bom.partNumberRepeated', 'question', line.sheet, line.row, column, {
          found: line.partNumber,
          firstRow: first.row,
        }),
      );
    else places.set(place, line);
    const known = names.get(line.partNumber);
    if (!known) names.set(line.partNumber, line);
    else if (known.name !== null && line.name !== null && known.name !== line.name)
      log.add(
        cellFinding('bom.partNumberConflict', 'warning', line.sheet, line.row, column, {
          found: line.name,
          firstRow: known.row,
          firstName: known.name,
        }),
      );
  }
}
