import type { Messages } from '../messages.ts';

export const common = {
  productName: 'Slipstream',
  tagline: 'Supply-chain carbon, together',
  actions: {
    save: 'Save',
    cancel: 'Cancel',
    close: 'Close',
    back: 'Back',
    retry: 'Try again',
    edit: 'Edit',
    remove: 'Remove',
    undo: 'Undo',
    redo: 'Redo',
    send: 'Send',
    continue: 'Continue',
    download: 'Download',
  },
  skipToContent: 'Skip to main content',
  loading: 'Loading…',
  list: {
    more: 'Show {{count}} more (of {{total}})',
    moreFailed: 'They could not be read. Press again.',
    find: 'Search',
    sort: 'Sort by',
    turn: { asc: 'Ascending now; sort descending', desc: 'Descending now; sort ascending' },
    pages: 'Pages',
    previous: 'Previous',
    next: 'Next',
    page: 'Page {{page}}',
    pageOf: 'Page {{page}} of {{pages}}',
  },
  upload: {
    sending: 'Uploading “{{name}}”… {{percent}}%',
    broken: 'The file did not arrive whole. Check the connection and try again.',
  },
  chart: { asTable: 'Show as a table', export: 'Export chart' },
} satisfies Messages['common'];
