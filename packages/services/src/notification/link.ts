const opened = /^\/open\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(\/.*)$/i;

/**
 * The path that opens a page of ours for the organization it is about, whichever one the reader's browser works for
 * (ADR 0032). `path` begins with a slash.
 */
export function pathFor(organizationId: string, path: string): string {
  return `/open/${organizationId}${path}`;
}

/** What a path made by {@link pathFor} names; null for every other path. The page is as it was written: not checked. */
export function openedBy(path: string): { readonly organizationId: string; readonly page: string } | null {
  const [, organizationId, page] = opened.exec(path) ?? [];
  return organizationId && page ? { organizationId: organizationId.toLowerCase(), page } : null;
}
