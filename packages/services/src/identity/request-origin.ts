/** What a door knows about the request it serves. */
export interface Visit {
  readonly requestId: string;
  /** The visitor's network address, as the trusted proxy says. */
  readonly address: string;
  readonly userAgent: string | null;
  /** The session cookie the browser sent, if any: signing in replaces it. */
  readonly sessionToken: string | undefined;
}

/**
 * Whether a request may write. Reading methods may always; anything else must come from a page of ours: the browser
 * says `Sec-Fetch-Site: same-origin`, and `Origin`, which every browser sends with a write, is ours.
 */
export function mayWrite(request: {
  readonly method: string;
  readonly origin: string | null;
  readonly fetchSite: string | null;
  readonly ownOrigin: string;
}): boolean {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return true;
  return request.fetchSite === 'same-origin' && request.origin === request.ownOrigin;
}
