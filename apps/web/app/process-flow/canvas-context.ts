import type { LatestRequest } from '@slipstream/services';
import { createContext, useContext } from 'react';

/** What the nodes of a canvas share: what suppliers were asked, and how much of the supplies is shown. */
export interface CanvasContext {
  readonly requests: Readonly<Record<string, LatestRequest>>;
  /** Shows or hides the parts of a supply on its node. */
  readonly toggleParts: (supply: string) => void;
  /** Shows the folded suppliers of a process one by one. */
  readonly unfold: (process: string) => void;
  /** Draws processes that are folded up. */
  readonly show: (processes: readonly string[]) => void;
}

const context = createContext<CanvasContext | null>(null);
export const CanvasProvider = context.Provider;

export function useCanvas(): CanvasContext {
  const canvas = useContext(context);
  if (!canvas) throw new Error('A node stands outside a canvas.');
  return canvas;
}
