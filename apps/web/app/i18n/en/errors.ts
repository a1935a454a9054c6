import type { Messages } from '../messages.ts';

export const errors = {
  notFound: {
    title: 'This page cannot be found',
    detail: 'The address may be mistyped, or the record is not yours to see.',
    action: 'Back to the start',
  },
  unexpected: {
    title: 'Something went wrong on this page',
    detail: 'Nothing of yours is lost. Please reload; if it happens again, tell us the number below.',
    action: 'Reload',
    reference: 'Number {{requestId}}',
  },
} satisfies Messages['errors'];
