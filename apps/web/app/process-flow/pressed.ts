import type { KeyboardEvent, MouseEvent } from 'react';

/** A press of a button on a node is not a press of the node: it selects nothing. */
export function pressed(act: () => void) {
  return {
    onClick: (event: MouseEvent) => {
      event.stopPropagation();
      act();
    },
    onKeyDown: (event: KeyboardEvent) => event.stopPropagation(),
  };
}
