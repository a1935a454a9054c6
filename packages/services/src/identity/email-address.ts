const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Whether a text can be an address at all; only a mail that arrives shows that it is one. */
export function isEmailAddress(text: string): boolean {
  return text.length <= 254 && address.test(text);
}

/** An address as it is stored and compared: trimmed, one form per character, lower case. */
export function normaliseEmail(typed: string): string {
  return typed.trim().normalize('NFKC').toLowerCase();
}
