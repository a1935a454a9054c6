import { expect, it } from 'vitest';
import { isJobName, jobCatalog, optionsOf, parsePayload } from './catalog.ts';

const id = '0192f3a0-0000-7000-8000-000000000001';

it('knows its jobs by name, and nothing of the prototype', () => {
  expect(isJobName('send-invitation')).toBe(true);
  for (const name of ['toString', '__proto__', 'send']) expect(isJobName(name)).toBe(false);
});

it('carries ids only: no payload takes a free text or an unknown key', () => {
  expect(() =>
    parsePayload('send-invitation', { organizationId: id, invitationId: id, email: 'a@b.c' }),
  ).toThrow();
  expect(() => parsePayload('send-invitation', { organizationId: id, invitationId: 'not an id' })).toThrow();
  expect(parsePayload('send-invitation', { organizationId: id, invitationId: id })).toEqual({
    organizationId: id,
    invitationId: id,
  });
});

it('makes one job of two recalculations of the same product system', () => {
  const options = optionsOf(
    'recalculate-product-system',
    { organizationId: id, productSystemId: id },
    'message-1',
  );
  expect(options).toMatchObject({
    jobId: 'message-1',
    deduplication: { id: `recalculate-product-system:${id}`, keepLastIfActive: true },
  });
  expect(optionsOf('send-invitation', { organizationId: id, invitationId: id }, 'm')).not.toHaveProperty(
    'deduplication',
  );
});

it('every job is tried at least once', () => {
  for (const definition of Object.values(jobCatalog)) expect(definition.attempts).toBeGreaterThan(0);
});
