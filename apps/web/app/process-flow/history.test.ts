import { expect, it } from 'vitest';
import { beginHistory, record, redo, undo } from './history.ts';

const edited = record(record(beginHistory('blank'), 'one'), 'two');

it('goes back and forth through what was done', () => {
  expect(undo(edited).present).toBe('one');
  expect(undo(undo(edited)).present).toBe('blank');
  expect(redo(undo(edited))).toEqual(edited);
});

it('stays where there is nothing to undo or redo', () => {
  const fresh = beginHistory('blank');
  expect(undo(fresh)).toBe(fresh);
  expect(redo(edited)).toBe(edited);
});

it('forgets what was undone as soon as something new is done', () => {
  const branched = record(undo(edited), 'three');
  expect(branched.future).toEqual([]);
  expect(undo(branched).present).toBe('one');
});

it('does not count the same state twice', () => {
  expect(record(edited, 'two')).toBe(edited);
});
