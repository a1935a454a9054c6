import { mostUnread } from '@slipstream/services';
import { expect, it } from 'vitest';
import { tellUnread } from './tell-unread.ts';

it('tells every number the services count, and that there are more where they stop', () => {
  expect([0, 1, mostUnread].map(tellUnread)).toEqual(['0', '1', String(mostUnread)]);
  expect(tellUnread(mostUnread + 1)).toBe(`${mostUnread}+`);
});
