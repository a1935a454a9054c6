import type { SupplierCandidateRow } from '@slipstream/services';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { isAskable } from './open-request.ts';

/** Which suppliers are ticked to be asked, on this page of the list and on those looked at before. */
export interface ChosenSuppliers {
  /** Stands on the form that holds the boxes. */
  readonly form: RefObject<HTMLFormElement | null>;
  readonly isChosen: (supplier: SupplierCandidateRow) => boolean;
  readonly choose: (supplier: SupplierCandidateRow, isChosen: boolean) => void;
  /** Ids of those that are not among the rows shown now. */
  readonly elsewhere: readonly string[];
  readonly count: number;
  readonly clear: () => void;
}

/** Keeps what is ticked while the list is turned, sorted, searched and filtered; who is proposed begins ticked. */
export function useChosenSuppliers(shown: readonly SupplierCandidateRow[]): ChosenSuppliers {
  const [choices, setChoices] = useState<ReadonlyMap<string, boolean>>(() => proposedAmong(shown));
  const form = useRef<HTMLFormElement>(null);
  // What was ticked before the script was there counts too.
  useEffect(() => setChoices(ticksIn(form.current)), []);
  // What a page proposes is ticked when it is first shown, and stays so when it is left.
  useEffect(() => setChoices((before) => new Map([...proposedAmong(shown), ...before])), [shown]);

  const isChosen = ({ id, isProposed }: SupplierCandidateRow) => choices.get(id) ?? isProposed;
  const here = new Set(shown.map(({ id }) => id));
  const elsewhere = [...choices].flatMap(([id, chosen]) => (chosen && !here.has(id) ? [id] : []));
  return {
    form,
    isChosen,
    choose: ({ id }, chosen) => setChoices((before) => new Map(before).set(id, chosen)),
    elsewhere,
    count: elsewhere.length + shown.filter((one) => isAskable(one) && isChosen(one)).length,
    clear: () => setChoices((before) => new Map([...before.keys()].map((id) => [id, false]))),
  };
}

/** The boxes as they stand in the page, by supplier. */
function ticksIn(form: HTMLFormElement | null): ReadonlyMap<string, boolean> {
  const boxes = form?.querySelectorAll<HTMLInputElement>('input[type=checkbox][name=supplier]') ?? [];
  return new Map(Array.from(boxes, ({ value, checked }) => [value, checked]));
}

function proposedAmong(suppliers: readonly SupplierCandidateRow[]): ReadonlyMap<string, boolean> {
  return new Map(suppliers.filter(isAskable).map(({ id, isProposed }) => [id, isProposed]));
}
