import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** The secret half of a link or cookie: 256 random bits. Only its hash is ever stored. */
export function makeSecret(): { readonly secret: string; readonly hash: Uint8Array<ArrayBuffer> } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: hashSecret(secret) };
}

export function hashSecret(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(secret).digest());
}

/** Compares without telling by its time how much of the secret was right. */
export function secretMatches(secret: string, hash: Uint8Array | null): boolean {
  return hash !== null && hash.length === 32 && timingSafeEqual(hashSecret(secret), hash);
}

/** `id.secret`: the id finds the row, the secret opens it. */
export function joinToken(id: string, secret: string): string {
  return `${id}.${secret}`;
}

/** The halves of a token, or undefined for anything that cannot be one. */
export function splitToken(token: string): { readonly id: string; readonly secret: string } | undefined {
  const match = /^([0-9a-zA-Z-]{20,40})\.([\w-]{43})$/.exec(token);
  return match?.[1] && match[2] ? { id: match[1], secret: match[2] } : undefined;
}
