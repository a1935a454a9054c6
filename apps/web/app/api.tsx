import type { AppRouter } from '@slipstream/api';
import { createTRPCClient, httpLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import { createContext, type ReactNode, useContext, useMemo } from 'react';

const clientOf = (organizationId: string) => {
  const url = `/trpc/${organizationId}`;
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === 'subscription',
        true: httpSubscriptionLink({ url }),
        false: httpLink({ url }),
      }),
    ],
  });
};

export type ApiClient = ReturnType<typeof clientOf>;

const ApiContext = createContext<ApiClient | null>(null);

/** Gives the pages inside the client of their organization: what they call lands there, whatever another tab does. */
export function ApiProvider(props: { readonly organizationId: string; readonly children: ReactNode }) {
  const client = useMemo(() => clientOf(props.organizationId), [props.organizationId]);
  return <ApiContext value={client}>{props.children}</ApiContext>;
}

/** The procedures of the server, for what a page does after it has loaded. */
export function useApi(): ApiClient {
  const client = useContext(ApiContext);
  if (!client) throw new Error('A page outside the signed-in frame calls no procedures');
  return client;
}
