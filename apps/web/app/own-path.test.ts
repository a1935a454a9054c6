import fc from 'fast-check';
import { expect, it } from 'vitest';
import { askedPage, ownPath } from './own-path.ts';

const origin = 'https://carbon.example';

it('comes back to the page, not to its data', () => {
  const pages = {
    '/requests?state=sent': '/requests?state=sent',
    '/requests.data?state=sent&_routes=routes%2Frequests': '/requests?state=sent',
    '/products/1/process-flow.data': '/products/1/process-flow',
    '/_.data?_routes=root': '/',
    '/open/_.data': '/open/',
    '/data': '/data',
  };
  for (const [asked, page] of Object.entries(pages)) expect(askedPage({ url: origin + asked })).toBe(page);
});

it('keeps a path of ours with what it asks and where it points', () => {
  for (const path of ['/', '/requests', '/requests?state=sent&page=2', '/products/1#table', '/供應商'])
    expect(decodeURI(ownPath(path))).toBe(path);
});

it('leads nowhere else, however an address is disguised', () => {
  for (const path of [
    null,
    undefined,
    '',
    'requests',
    'https://evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\r\n\\evil.example',
    ' //evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/a/..//evil.example',
    '/%2e//evil.example',
    'javascript:alert(1)',
    '/\t\\evil.example',
  ])
    expect(ownPath(path), JSON.stringify(path)).toBe('/');
});

it('is a path of ours for every text, and stays it when read again', () => {
  const sign = fc.constantFrom(
    '/',
    '\\',
    '.',
    '%2e',
    '%2f',
    '%5c',
    '\t',
    '\n',
    '\r',
    '@',
    ':',
    '?',
    '#',
    'evil',
    ' ',
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(sign, { maxLength: 8 }).map((signs) => `/${signs.join('')}`),
  );
  fc.assert(
    fc.property(text, (path) => {
      const led = ownPath(path);
      expect(led.startsWith('/')).toBe(true);
      expect(new URL(led, origin).origin).toBe(origin);
      expect(ownPath(led)).toBe(led);
    }),
    { numRuns: 2000 },
  );
});
