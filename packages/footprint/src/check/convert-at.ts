import { convert, type Finding, within } from '@slipstream/quantity';
import type { FootprintFindingCode } from '../finding-codes.ts';
import type { Flow } from '../model/process.ts';

/** Where value, source unit and target unit of a conversion stand in the draft. */
export interface ConversionPlaces {
  readonly value: Finding['path'];
  readonly from: Finding['path'];
  readonly to: Finding['path'];
}

/**
 * Converts with the density, piece mass and medium of a flow (R10.1). Pushes findings at the places in the draft: a
 * missing density is found at the flow, units that do not fit at the source unit.
 */
export function convertAt(
  value: number,
  from: string,
  to: string,
  carrier: { readonly flow: Flow; readonly index: number } | undefined,
  places: ConversionPlaces,
  findings: Finding<FootprintFindingCode>[],
): number | undefined {
  const converted = convert(value, from, to, carrier?.flow);
  if (converted.ok) return converted.value;
  for (const finding of converted.findings) {
    const [parameter, ...rest] = finding.path;
    if (parameter === 'bridge')
      findings.push(within(['flows', carrier?.index ?? 0], { ...finding, path: rest }));
    else {
      const place =
        parameter === 'value'
          ? places.value
          : parameter === 'to' && finding.code !== 'unit.incompatible'
            ? places.to
            : places.from;
      findings.push({ ...finding, path: place });
    }
  }
  return undefined;
}
