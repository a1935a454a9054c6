import type { servicesFindings as zhTW } from '../../zh-TW/findings/services.ts';

export const servicesFindings = {
  'target.unitUnexpected':
    'The unit “{{found}}” does not fit here. Enter a reduction in %, emissions in tonnes (tCO2e).',
} satisfies Record<keyof typeof zhTW, string>;
