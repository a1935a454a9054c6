import { createContext, useContext } from 'react';

/** What tells one rendered page from another: the nonce its scripts carry, the id it stands under in the log. */
export interface PageIdentity {
  readonly nonce: string | undefined;
  readonly requestId: string | undefined;
}

/** Given by the server while it renders. In the browser the page itself holds the id, in `<meta name="request-id">`. */
export const PageIdentityContext = createContext<PageIdentity | null>(null);

/** The identity of the page being shown, also where a page failed and its loaders' data are gone. */
export function usePageIdentity(): PageIdentity {
  const given = useContext(PageIdentityContext);
  if (given) return given;
  const meta = document.querySelector<HTMLMetaElement>('meta[name="request-id"]');
  return { nonce: undefined, requestId: meta?.content };
}
