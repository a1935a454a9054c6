import type { Messages } from '../messages.ts';

export const footprint = {
  stage: {
    rawMaterial: 'Raw material',
    manufacturing: 'Manufacturing',
    service: 'Service',
    distribution: 'Distribution',
    use: 'Use',
    endOfLife: 'End of life',
  },
  dataType: { primary: 'Primary data', secondary: 'Secondary data' },
} satisfies Messages['footprint'];
