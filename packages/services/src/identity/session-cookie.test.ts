import { expect, it } from 'vitest';
import { sessionCookie, sessionTokenIn } from './session-cookie.ts';

it('is bound to the host on https and never readable by scripts', () => {
  const cookie = sessionCookie('https://carbon.example', 'id.secret');
  expect(cookie).toMatch(/^__Host-session=id\.secret; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/);
  expect(sessionCookie('http://127.0.0.1:3000', 'id.secret')).toMatch(/^session=id\.secret; .*HttpOnly/);
  expect(sessionCookie('https://carbon.example', undefined)).toContain('Max-Age=0');
});

it('is read back by its exact name', () => {
  const header = 'x__Host-session=wrong; theme=dark; __Host-session=id.secret; session=other';
  expect(sessionTokenIn(header, 'https://carbon.example')).toBe('id.secret');
  expect(sessionTokenIn('theme=dark', 'https://carbon.example')).toBeUndefined();
  expect(sessionTokenIn(null, 'https://carbon.example')).toBeUndefined();
});
