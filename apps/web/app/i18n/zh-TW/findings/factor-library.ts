import type { factorFindingCodes } from '@slipstream/factor-library';

/** Sentences about factor records and the choice among them. */
export const factorLibraryFindings = {
  'factor.nameMissing': '這個係數還沒有中文名稱，請補上。',
  'factor.gwpSetMissing': '這個係數列了各種氣體，但沒有註明用哪一版全球暖化潛勢。請補上 AR4、AR5 或 AR6。',
  'factor.gasDetailDiffers':
    '係數是 {{value}}，由各種氣體算出來卻是 {{fromGases}}。請檢查係數和各氣體的數值。',
  'factor.idRepeated': '編號「{{id}}」有兩個係數。請只留一個。',
  'factor.notACandidate': '選的係數「{{id}}」不在候選清單裡。請從清單中選一個。',
  'factor.notEligible': '選的係數「{{id}}」不能用，因為{{reason}}。請改選別的係數。',
  'factor.reasonRequired': '有引用順位更優先的係數。要用「{{id}}」的話，請寫下理由。',
} satisfies Record<(typeof factorFindingCodes)[number], string>;
