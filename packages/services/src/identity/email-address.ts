/** An address as it is stored and compared: trimmed, one form per character, lower case. */
export function normaliseEmail(typed: string): string {
  return typed.trim().normalize('NFKC').toLowerCase();
}
