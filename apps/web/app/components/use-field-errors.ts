import type { Refusal } from '../door.ts';
import { useFindingText } from '../i18n/use-finding-text.ts';

/** The finding that belongs under a field of a form, by the field's name. */
export function useFieldErrors(refused: Refusal | undefined): (field: string) => string | undefined {
  const textOf = useFindingText();
  return (field) => {
    const found = refused?.findings.find(({ path, severity }) => severity === 'error' && path[0] === field);
    return found && textOf(found);
  };
}
