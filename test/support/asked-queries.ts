/** Statements that frame a transaction or name its tenant and role: what no page asks. */
const framing = /^\s*(?:BEGIN|COMMIT|ROLLBACK|SET LOCAL|SELECT set_config|DEALLOCATE|DISCARD)/;

/** The most queries a page may ask, its frame included. */
export const mostQueries = 5;

/** Whether a statement is a query a page asks, and not the frame around one. */
export function isAsked(statement: string): boolean {
  return !framing.test(statement);
}
