import { readBell } from '@slipstream/services';
import { Outlet } from 'react-router';
import { ApiProvider } from '../api.tsx';
import { requireContext, requireSignedIn } from '../door.ts';
import { LiveProvider } from '../live/live.tsx';
import { useBell } from '../live/use-bell.ts';
import { AppFrame, type Viewer } from '../shell/app-frame.tsx';
import { Bell, BellVoice } from '../shell/bell.tsx';
import type { Route } from './+types/signed-in';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { user, membership, memberships } = requireSignedIn(context, request);
  const ctx = requireContext(context, request);
  const organizations = memberships.map(({ organizationId, organizationName, organizationKind }) => ({
    id: organizationId,
    name: organizationName,
    kind: organizationKind,
  }));
  const organization = organizations.find(({ id }) => id === membership?.organizationId);
  // Before reading, so that what is told of a later moment is newer.
  const now = ctx.clock().toISOString();
  return { viewer: { name: user.name, organization, organizations }, bell: await readBell(ctx), now };
}

export default function SignedIn({ loaderData }: Route.ComponentProps) {
  const { name, organization, organizations } = loaderData.viewer;
  if (!organization) return null;
  return (
    // Another organization is another frame: nothing of the one before is kept.
    <ApiProvider key={organization.id} organizationId={organization.id}>
      <LiveProvider>
        <LiveFrame {...loaderData} viewer={{ name, organization, organizations }} />
      </LiveProvider>
    </ApiProvider>
  );
}

/** The frame with what is new for the viewer, as it comes. */
function LiveFrame({
  viewer,
  bell: read,
  now,
}: Pick<Route.ComponentProps['loaderData'], 'bell' | 'now'> & { readonly viewer: Viewer }) {
  const live = useBell(read, now);
  const { waitingRequests, waitingInbox } = live.bell;
  return (
    <AppFrame
      viewer={viewer}
      waiting={{ requests: waitingRequests, inbox: waitingInbox }}
      notifications={<Bell live={live} />}
    >
      <BellVoice live={live} />
      <Outlet context={live} />
    </AppFrame>
  );
}
