import { chengluBills, suiyuanBills } from './bills.ts';

/** kg CO2e per kg of a material, as suppliers of the demo claim it for their own works. */
const claimed: readonly (readonly [words: RegExp, kgCo2ePerKg: number])[] = [
  [/再生鋁/, 0.61],
  [/鋁錠/, 14.5],
  [/鋁/, 9.2],
  [/不鏽鋼/, 3.9],
  [/電磁鋼/, 2.6],
  [/銅|漆包線/, 4.1],
  [/ABS|PC|PMMA|POM|PA|PBT/, 4.6],
  [/橡膠/, 3.1],
  [/紙|說明書/, 1.0],
  [/木/, 0.35],
];
const otherwise = 2.2;

const parts = new Map(
  [...chengluBills, ...suiyuanBills]
    .flatMap(({ lines }) => lines)
    .map(({ partNumber, material, kgPerPiece }) => [partNumber, { material, kgPerPiece }]),
);

/**
 * What a supplier enters for a part of ours: kg CO2e per piece or per kilogram, as the part is bought. `improved` of it
 * is left a year later.
 */
export function intensityOf(partNumber: string, improved = 1): string {
  const part = parts.get(partNumber);
  const perKg = claimed.find(([words]) => words.test(part?.material ?? ''))?.[1] ?? otherwise;
  return String(Number((perKg * (part?.kgPerPiece ?? 1) * improved).toPrecision(3)));
}
