/** Sentences about what services ask beyond the packages below them. */
export const servicesFindings = {
  'target.unitUnexpected': '單位「{{found}}」不能用在這裡。減量請填 %，排放量請填公噸（tCO2e）。',
} as const;
