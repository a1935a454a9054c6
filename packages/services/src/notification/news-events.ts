import { listen } from '@slipstream/db';
import { newsChannel } from './announce-news.ts';

export interface NewsEvents {
  /**
   * Calls back whenever what the bell of a person shows may have changed, until the returned function is called: also
   * where the process could not hear for a while.
   */
  follow(
    person: { readonly organizationId: string; readonly userId: string },
    listener: () => void,
  ): () => void;
  close(): Promise<void>;
}

interface Follower {
  readonly userId: string;
  readonly listener: () => void;
}

/** Listens for what {@link announceNews} says, in whichever process it was said. One connection serves all followers. */
export function openNewsEvents(options: {
  readonly databaseUrl: string;
  readonly onError: (error: Error) => void;
}): NewsEvents {
  const followers = new Map<string, Set<Follower>>();
  const listening = listen({
    url: options.databaseUrl,
    channel: newsChannel,
    onError: options.onError,
    onNotice(payload) {
      const [organizationId = '', userId] = payload.split('/');
      for (const follower of followers.get(organizationId) ?? [])
        if (!userId || userId === follower.userId) follower.listener();
    },
    onHearing() {
      for (const ofOrganization of followers.values()) for (const { listener } of ofOrganization) listener();
    },
  });
  return {
    follow({ organizationId, userId }, listener) {
      const follower: Follower = { userId, listener };
      const ofOrganization = followers.get(organizationId) ?? new Set();
      followers.set(organizationId, ofOrganization.add(follower));
      return () => {
        ofOrganization.delete(follower);
        if (ofOrganization.size === 0 && followers.get(organizationId) === ofOrganization)
          followers.delete(organizationId);
      };
    },
    close: () => listening.close(),
  };
}
