/**
 * The page a request asks for, as its reader's address bar shows it: the router asks for a page's data alone under a name
 * of its own, `/requests.data`, which is no page to come back to.
 */
export function askedPage(request: { readonly url: string }): string {
  const { pathname, searchParams } = new URL(request.url);
  searchParams.delete('_routes');
  const page = pathname.endsWith('/_.data')
    ? pathname.slice(0, -'_.data'.length)
    : pathname.replace(/\.data$/, '');
  return searchParams.size > 0 ? `${page}?${searchParams}` : page;
}

/** Stands for our own origin, whichever it is. */
const own = 'https://own.invalid';

/**
 * A path of ours to go to, never another site: what a browser would make of `path`, or `/` where that leads away. A
 * browser drops tabs and line ends and takes a backslash for a slash, so the text alone cannot be judged.
 */
export function ownPath(path: string | null | undefined): string {
  if (!path?.startsWith('/') || !URL.canParse(path, own)) return '/';
  const { origin, pathname, search, hash } = new URL(path, own);
  return origin === own && !pathname.startsWith('//') ? pathname + search + hash : '/';
}
