import type { factorLibraryFindings as zhTW } from '../../zh-TW/findings/factor-library.ts';

export const factorLibraryFindings = {
  'factor.nameMissing': 'This factor has no Chinese name yet. Please add one.',
  'factor.gwpSetMissing':
    'This factor lists its gases without saying which set of global warming potentials it uses. Add AR4, AR5 or AR6.',
  'factor.gasDetailDiffers':
    'The factor is {{value}}, but its gases come to {{fromGases}}. Check the factor and its gases.',
  'factor.idRepeated': 'Two factors have the id “{{id}}”. Keep only one.',
  'factor.notACandidate': 'The chosen factor “{{id}}” is not among the candidates. Choose one from the list.',
  'factor.notEligible': 'The chosen factor “{{id}}” cannot be used: {{reason}}. Choose another one.',
  'factor.reasonRequired': 'There is a factor of higher priority. To use “{{id}}”, write down the reason.',
} satisfies Record<keyof typeof zhTW, string>;
