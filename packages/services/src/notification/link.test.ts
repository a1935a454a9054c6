import { expect, it } from 'vitest';
import { openedBy, pathFor } from './link.ts';

const organizationId = '01a22908-cd79-7297-a674-212c75c96379';

it('names the organization and the page of a link, however the id is written', () => {
  const page = '/requests/01a22908-cd97-762a-a66e-85e9b9706ede?from=mail';
  expect(openedBy(pathFor(organizationId, page))).toEqual({ organizationId, page });
  expect(openedBy(pathFor(organizationId.toUpperCase(), '/'))).toEqual({ organizationId, page: '/' });
});

it('finds none in any other path', () => {
  for (const path of [
    '',
    '/',
    '/open',
    '/open/',
    `/open/${organizationId}`,
    `/open/${organizationId}x/requests`,
    `/open/${organizationId.slice(1)}/requests`,
    `/requests/open/${organizationId}/requests`,
    `//open/${organizationId}/requests`,
    `https://evil.example/open/${organizationId}/requests`,
  ])
    expect(openedBy(path), path).toBeNull();
});
