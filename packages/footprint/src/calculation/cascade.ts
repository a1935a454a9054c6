import { accept, compareText, errorAt, type Finding, type Result, refuse } from '@slipstream/quantity';
import { idFaults } from '../entered.ts';
import type { FootprintFindingCode } from '../finding-codes.ts';

/** A study and the studies whose sealed footprints it uses. */
export interface CascadeStudy {
  readonly id: string;
  readonly usesStudies: readonly string[];
}

/**
 * The order in which a cascade of studies is calculated: each study after all it uses, those that could be calculated
 * side by side by id (R3.13). Refuses ids given twice, studies that are not there, and studies that use each other in
 * a circle; the finding names one such circle in full.
 */
export function cascadeOrder(
  studies: readonly CascadeStudy[],
): Result<readonly string[], FootprintFindingCode> {
  const byId = new Map(studies.map((study) => [study.id, study]));
  const findings: Finding<FootprintFindingCode>[] = idFaults(
    studies.map(({ id }) => id),
    (index) => ['studies', index, 'id'],
  );
  studies.forEach(({ usesStudies }, index) => {
    usesStudies.forEach((study, place) => {
      if (byId.has(study)) return;
      findings.push(errorAt('cascade.studyUnknown', ['studies', index, 'usesStudies', place], { study }));
    });
  });
  if (findings.length > 0) return refuse(...findings);

  const waiting = new Map(studies.map(({ id, usesStudies }) => [id, new Set(usesStudies)]));
  const usersOf = new Map<string, string[]>(studies.map(({ id }) => [id, []]));
  for (const [id, uses] of waiting) for (const used of uses) usersOf.get(used)?.push(id);
  const order: string[] = [];
  let ready = [...waiting].filter(([, uses]) => uses.size === 0).map(([id]) => id);
  while (ready.length > 0) {
    const next: string[] = [];
    for (const id of ready.sort(compareText)) {
      order.push(id);
      waiting.delete(id);
      for (const user of usersOf.get(id) ?? []) {
        const uses = waiting.get(user);
        uses?.delete(id);
        if (uses?.size === 0) next.push(user);
      }
    }
    ready = next;
  }
  if (waiting.size === 0) return accept(order);
  const circle = circleIn(waiting);
  const index = studies.findIndex(({ id }) => id === circle[0]);
  return refuse(errorAt('cascade.cycle', ['studies', index, 'usesStudies'], { studies: circle.join(' → ') }));
}

/** A circle among studies of which each waits for another: follows the first one waited for until one comes again. */
function circleIn(waiting: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const way: string[] = [];
  const placeOf = new Map<string, number>();
  let [at] = [...waiting.keys()].sort(compareText);
  while (at !== undefined && !placeOf.has(at)) {
    placeOf.set(at, way.length);
    way.push(at);
    [at] = [...(waiting.get(at) ?? [])].sort(compareText);
  }
  return at === undefined ? way : [...way.slice(placeOf.get(at)), at];
}
