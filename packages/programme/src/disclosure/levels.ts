/**
 * How much of an answer its owner shows to a recipient, from least to most (R15.2): one number with its quality
 * and boundary; totals by stage as well; the lines as well.
 */
export const confidentialityLevels = ['footprintOnly', 'stageTotals', 'full'] as const;
export type ConfidentialityLevel = (typeof confidentialityLevels)[number];
