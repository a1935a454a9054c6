/** What can move a footprint in the world: more or less, from whom, with how much, and what suppliers achieved. */
export const operationalCategories = ['volume', 'mix', 'activityIntensity', 'supplierFootprint'] as const;
/** What can move a footprint on paper: how it is measured and calculated. Never counted as a reduction. */
export const methodCategories = ['dataType', 'factorEdition', 'gwpSet', 'allocation', 'boundary'] as const;
/** The bars of a change explanation, in the order of the waterfall: the world first, then the method. */
export const changeCategories = [...operationalCategories, ...methodCategories] as const;
export type ChangeCategory = (typeof changeCategories)[number];

/** Whether a category is a change of method, apart from operational ones. */
export function isMethodCategory(category: ChangeCategory): boolean {
  return (methodCategories as readonly ChangeCategory[]).includes(category);
}
