import type { Messages } from '../messages.ts';

export const columns: Messages['columns'] = {
  title: 'How the columns were read',
  show: 'See every column',
  table: '{{sheet}}, headings in row {{row}}',
  tableWithoutHeader: '{{sheet}}, without headings',
  column: 'Column',
  header: 'Heading',
  noHeader: 'No heading',
  samples: 'Content',
  field: 'Taken as',
  fieldOf: 'Column {{column}} is taken as',
  unused: 'Not used',
  unsure: 'Please check',
  action: 'Read again with these columns',
};
