import { expect, it } from 'vitest';
import { otherNameOfPublic, publicRequest } from './public-request.ts';

it.each([
  ['http://carbon.example/sign-in?returnTo=%2F', 'https://carbon.example/sign-in?returnTo=%2F'],
  ['http://10.0.0.7:3000/sign-in', 'https://carbon.example/sign-in'],
  ['http://10.0.0.7:3000//elsewhere.example/x', 'https://carbon.example//elsewhere.example/x'],
])('%s is %s to the browser', (received, asked) => {
  expect(publicRequest(new Request(received), 'https://carbon.example').url).toBe(asked);
});

it('keeps method, headers and body', async () => {
  const received = new Request('http://10.0.0.7:3000/sign-in', {
    method: 'POST',
    headers: { Cookie: 'a=b' },
    body: new URLSearchParams({ email: '林@example.test' }),
  });
  const request = publicRequest(received, 'https://carbon.example:8443');
  expect([request.url, request.method]).toEqual(['https://carbon.example:8443/sign-in', 'POST']);
  expect(request.headers.get('Cookie')).toBe('a=b');
  expect((await request.formData()).get('email')).toBe('林@example.test');
});

it('leaves a request alone that came under the public address', () => {
  const request = new Request('http://127.0.0.1:3000/overview');
  expect(publicRequest(request, 'http://127.0.0.1:3000')).toBe(request);
});

it.each([
  ['http://localhost:3000/sign-in?a=b', 'http://127.0.0.1:3000', 'http://127.0.0.1:3000/sign-in?a=b'],
  ['http://[::1]:3000//x', 'http://localhost:3000', 'http://localhost:3000//x'],
  ['http://127.0.0.1:3000/', 'http://127.0.0.1:3000', null],
  ['http://localhost:8080/', 'http://127.0.0.1:3000', null],
  ['http://localhost:3000/', 'https://carbon.example', null],
  ['http://carbon.example/', 'http://localhost', null],
])('%s is asked for under %s as %s', (asked, publicUrl, there) => {
  expect(otherNameOfPublic(new Request(asked), publicUrl)).toBe(there);
  expect(otherNameOfPublic(new Request(asked, { method: 'POST' }), publicUrl)).toBeNull();
});
