import type { Positions } from './diagram.ts';
import type { Box } from './place-missing.ts';

/**
 * How far each node moves down on the screen to make room for nodes that have opened above it in the same column, by
 * id: what was drawn keeps its place and goes back to it. `grown` holds by how much each opened node is higher.
 */
export function makeRoom(
  boxes: readonly Box[],
  positions: Positions,
  grown: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const opened = boxes.filter(({ id }) => grown.has(id));
  const isAbove = (one: Box, other: Box) => {
    const [a, b] = [positions[one.id], positions[other.id]];
    if (!a || !b || one.id === other.id) return false;
    return a.y < b.y && a.x < b.x + other.width && b.x < a.x + one.width;
  };
  return new Map(
    boxes.flatMap((box): [string, number][] => {
      const above = opened.filter((one) => isAbove(one, box));
      const room = above.reduce((sum, { id }) => sum + (grown.get(id) ?? 0), 0);
      return room > 0 ? [[box.id, room]] : [];
    }),
  );
}
