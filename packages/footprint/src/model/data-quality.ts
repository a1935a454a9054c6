/** Activity data measured or calculated from measurement at its source are primary, all else is secondary (R5.1). */
export const dataTypes = ['primary', 'secondary'] as const;
export type DataType = (typeof dataTypes)[number];

/** The five indicators of the pedigree matrix (R8.2). */
export const dataQualityIndicators = [
  'reliability',
  'completeness',
  'temporal',
  'geographical',
  'technological',
] as const;
export type DataQualityIndicator = (typeof dataQualityIndicators)[number];

/** One grade per indicator, 1 (best) to 5. */
export type PedigreeScores = Readonly<Record<DataQualityIndicator, number>>;
