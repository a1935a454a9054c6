import { convert, type Finding, within } from '@slipstream/quantity';
import type { PlaceOf } from '../entered.ts';
import type { FootprintFindingCode } from '../finding-codes.ts';
import type { Carrier } from './exchange-place.ts';

/**
 * Converts with the density, piece mass and medium of a flow (R10.1). Pushes findings at the places in the draft: a
 * missing density is found at the flow, units that do not fit at the source unit. `placeOf` tells where value, source
 * unit and target unit stand.
 */
export function convertAt(
  value: number,
  from: string,
  to: string,
  carrier: Carrier,
  placeOf: PlaceOf<'value' | 'from' | 'to'>,
  findings: Finding<FootprintFindingCode>[],
): number | undefined {
  const converted = convert(value, from, to, carrier?.flow);
  if (converted.ok) return converted.value;
  for (const finding of converted.findings) {
    const [parameter, ...rest] = finding.path;
    if (parameter === 'bridge')
      findings.push(within(['flows', carrier?.index ?? 0], { ...finding, path: rest }));
    else {
      const at =
        parameter === 'value'
          ? 'value'
          : parameter === 'to' && finding.code !== 'unit.incompatible'
            ? 'to'
            : 'from';
      findings.push({ ...finding, path: placeOf(at) });
    }
  }
  return undefined;
}
