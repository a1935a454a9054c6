import { describe, expect, it } from 'vitest';
import { mayWrite } from './request-origin.ts';

const ownOrigin = 'https://carbon.example';

describe.each(['POST', 'PUT', 'PATCH', 'DELETE', 'post', 'SEARCH'])('%s', (method) => {
  it('may write from a page of ours', () => {
    expect(mayWrite({ method, origin: ownOrigin, fetchSite: 'same-origin', ownOrigin })).toBe(true);
  });

  it.each([
    [null, 'same-origin'],
    ['null', 'same-origin'],
    ['https://evil.example', 'same-origin'],
    ['https://carbon.example.evil.example', 'same-origin'],
    ['http://carbon.example', 'same-origin'],
    ['https://sibling.carbon.example', 'same-site'],
    [ownOrigin, null],
    [ownOrigin, 'none'],
    [ownOrigin, 'cross-site'],
    [ownOrigin, 'same-site'],
  ])('may not write with Origin %s and Sec-Fetch-Site %s', (origin, fetchSite) => {
    expect(mayWrite({ method, origin, fetchSite, ownOrigin })).toBe(false);
  });
});

it.each(['GET', 'HEAD', 'OPTIONS'])('%s may come from anywhere', (method) => {
  expect(mayWrite({ method, origin: null, fetchSite: null, ownOrigin })).toBe(true);
});
