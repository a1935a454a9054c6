import { expect, it } from 'vitest';
import { withoutValues } from './log.ts';

it('tells what failed and where, and none of the values the message quotes', () => {
  const error = Object.assign(
    new Error('Key ("partNumber")=(P-100, 12.5 kg) exists, see `secret` at 3,141.59'),
    {
      code: '23505',
    },
  );
  const told = withoutValues(error);
  expect(told).toMatchObject({ type: 'Error', code: '23505', message: 'Key …=… exists, see … at …' });
  expect(JSON.stringify(told.frames)).toContain('log.test.ts');
  expect(JSON.stringify(told)).not.toMatch(/P-100|12\.5|secret|3,141/);
  expect(withoutValues('a secret')).toEqual({ type: 'string' });
});
