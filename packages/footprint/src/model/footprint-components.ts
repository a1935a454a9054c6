/**
 * The parts of a footprint that are reported apart (R20.2). Removals are negative. `aircraft` is an "of which" of
 * `fossil` and is never added again.
 */
export const footprintComponents = [
  'fossil',
  'biogenicEmission',
  'biogenicRemoval',
  'dLuc',
  'aircraft',
] as const;
export type FootprintComponent = (typeof footprintComponents)[number];

/** kg CO2e by component; the total is fossil + biogenicEmission + biogenicRemoval + dLuc. */
export type FootprintComponents = Readonly<Record<FootprintComponent, number>>;

export const noEmissions: FootprintComponents = {
  fossil: 0,
  biogenicEmission: 0,
  biogenicRemoval: 0,
  dLuc: 0,
  aircraft: 0,
};

/** Total of the components: aircraft is inside fossil and not added again (R20.2). */
export function totalOf(components: FootprintComponents): number {
  return components.fossil + components.biogenicEmission + components.biogenicRemoval + components.dLuc;
}

/** Every component times `factor`. */
export function scaleComponents(components: FootprintComponents, factor: number): FootprintComponents {
  return mapComponents((component) => components[component] * factor + 0);
}

/** The components from one value each. */
export function mapComponents(amountOf: (component: FootprintComponent) => number): FootprintComponents {
  return {
    fossil: amountOf('fossil'),
    biogenicEmission: amountOf('biogenicEmission'),
    biogenicRemoval: amountOf('biogenicRemoval'),
    dLuc: amountOf('dLuc'),
    aircraft: amountOf('aircraft'),
  };
}
