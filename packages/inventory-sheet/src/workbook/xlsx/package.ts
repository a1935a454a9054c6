import { Refusal } from '../findings.ts';
import type { WorkbookLimits } from '../limits.ts';
import { attributes, elementId, type XmlHandler, XmlScanner } from '../xml/scanner.ts';
import type { ZipEntry } from '../zip/directory.ts';
import { type InflateBudget, readEntry, type ZipPlatform } from '../zip/inflate.ts';

/** The parts of an OPC package, read one at a time under one budget of inflated bytes. */
export interface OpcPackage {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  readonly limits: WorkbookLimits;
  /** Scans a part with a handler; throws `Refusal`, also where the part is missing. */
  readonly scan: (part: string, handler: XmlHandler) => Promise<void>;
}

/** Opens a package over the entries of its archive. */
export function openPackage(
  entries: ReadonlyMap<string, ZipEntry>,
  platform: ZipPlatform,
  limits: WorkbookLimits,
): OpcPackage {
  const budget: InflateBudget = { bytes: limits.inflatedBytes };
  return {
    entries,
    limits,
    scan: async (part, handler) => {
      const entry = entries.get(part.toLowerCase());
      if (!entry) throw new Refusal('workbook.partMissing', { part });
      const scanner = new XmlScanner(handler, limits);
      await readEntry(entry, platform, budget, limits, (piece) => scanner.push(piece));
      scanner.end();
    },
  };
}

/** A relation of a part: the last step of its type (`worksheet`) and the part it leads to. */
export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

const relationship = elementId('Relationship');

/** The relations of a part, `''` being the package itself; a part without any has none. External ones are left out. */
export async function readRelations(opc: OpcPackage, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const name = `${folder}_rels/${part.slice(slash + 1)}.rels`;
  const relations: Relation[] = [];
  if (!opc.entries.has(name.toLowerCase())) return relations;
  await opc.scan(
    name,
    elementsOnly((element, found) => {
      if (element !== relationship || found.get('TargetMode') === 'External') return;
      const target = found.get('Target') ?? '';
      relations.push({
        id: found.get('Id') ?? '',
        type: (found.get('Type') ?? '').split('/').at(-1) ?? '',
        target: resolvePart(folder, target),
      });
    }),
  );
  return relations;
}

/** A handler for small parts of which only the attributes count. */
export function elementsOnly(
  open: (element: number, found: ReadonlyMap<string, string>, depth: number) => void,
): XmlHandler {
  let depth = 0;
  return {
    open: (element, bytes, from, to) => open(element, new Map(attributes(bytes, from, to)), depth++),
    close: () => {
      depth -= 1;
    },
    text: () => undefined,
  };
}

function resolvePart(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
