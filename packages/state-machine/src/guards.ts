import { errorAt } from '@slipstream/quantity';
import type { Guard } from './table.ts';

/** Guard: the transition must say why, in a comment that is more than blanks (R34 "reason", "comments"). */
export const commentGiven: Guard<unknown> = (_, move) =>
  move.comment?.trim() ? [] : [errorAt('transition.commentMissing', ['comment'], { event: move.event })];
