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
  notEntered: { label: 'not entered yet', action: 'enter it on the diagram' },
  dataType: { primary: 'Primary data', secondary: 'Secondary data' },
} satisfies Messages['footprint'];
