import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Undo } from './undo.ts';

it('takes back what was started, newest first and once', async () => {
  const undo = new Undo();
  const done: string[] = [];
  expect(await undo.later(() => done.push('claim'))).toBe(true);
  expect(await undo.later(() => wait(5).then(() => done.push('database')))).toBe(true);
  expect(undo.isRunning).toBe(false);
  await Promise.all([undo.run(), undo.run()]);
  expect(done).toEqual(['database', 'claim']);
});

it('takes back at once what comes up while everything is being stopped', async () => {
  const undo = new Undo();
  const done: string[] = [];
  await undo.later(() => wait(5).then(() => done.push('build')));
  const stopped = undo.run();
  expect(undo.isRunning).toBe(true);
  expect(await undo.later(() => done.push('database'))).toBe(false);
  await stopped;
  expect(done).toEqual(['build', 'database']);
});
