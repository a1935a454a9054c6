import { readBell } from '@slipstream/services';
import { Outlet } from 'react-router';
import { ApiProvider } from '../api.tsx';
import { requireContext, requireSignedIn } from '../door.ts';
import { AppFrame } from '../shell/app-frame.tsx';
import { Bell } from '../shell/bell.tsx';
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
  return {
    viewer: { name: user.name, organization, organizations },
    bell: await readBell(ctx),
    now: ctx.clock().toISOString(),
  };
}

export default function SignedIn({ loaderData }: Route.ComponentProps) {
  const { viewer, bell, now } = loaderData;
  const { name, organization, organizations } = viewer;
  if (!organization) return null;
  return (
    <AppFrame
      viewer={{ name, organization, organizations }}
      waiting={{ requests: bell.waitingRequests, inbox: bell.waitingInbox }}
      notifications={
        <Bell
          news={bell.news}
          now={now}
          requestsPath={organization.kind === 'leadFirm' ? '/requests' : '/inbox'}
        />
      }
    >
      <ApiProvider organizationId={organization.id}>
        <Outlet />
      </ApiProvider>
    </AppFrame>
  );
}
