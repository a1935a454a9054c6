import type { Messages } from '../messages.ts';

export const findings: Messages['findings'] = {
  'unit.unknown': 'The unit “{{unit}}” is not known',
};
