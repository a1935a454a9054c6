import { formatKind } from '../dates.ts';
import { Refusal } from '../findings.ts';
import { cellKinds } from '../workbook.ts';
import { elementId } from '../xml/scanner.ts';
import { elementsOnly, type OpcPackage } from './package.ts';

const numFmt = elementId('numFmt');
const cellXfs = elementId('cellXfs');
const cellStyleXfs = elementId('cellStyleXfs');
const dxfs = elementId('dxfs');
const xf = elementId('xf');

/** For each style a cell can name: the index in `cellKinds` of what a number with it is. */
export async function readStyleKinds(opc: OpcPackage, part: string): Promise<Uint8Array> {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let inside = 0;
  await opc.scan(
    part,
    elementsOnly((element, found) => {
      if (element === cellXfs || element === cellStyleXfs || element === dxfs) inside = element;
      else if (element === numFmt && inside !== dxfs)
        codes.set(Number(found.get('numFmtId')), found.get('formatCode') ?? '');
      else if (element === xf && inside === cellXfs) {
        if (formats.length >= opc.limits.styles)
          throw new Refusal('workbook.tooManyStyles', { limit: opc.limits.styles });
        formats.push(Number(found.get('numFmtId') ?? 0));
      }
    }),
  );
  const kinds = new Map<number, number>();
  return Uint8Array.from(formats, (id) => {
    let kind = kinds.get(id);
    if (kind === undefined) {
      kind = cellKinds.indexOf(formatKind(id, codes.get(id)));
      kinds.set(id, kind);
    }
    return kind;
  });
}
