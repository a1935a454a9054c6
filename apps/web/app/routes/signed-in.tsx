import { Outlet } from 'react-router';
import { requireSignedIn } from '../door.ts';
import { AppFrame } from '../shell/app-frame.tsx';
import type { Route } from './+types/signed-in';

export function loader({ context, request }: Route.LoaderArgs) {
  const { user, membership, memberships } = requireSignedIn(context, request);
  const organizations = memberships.map(({ organizationId, organizationName, organizationKind }) => ({
    id: organizationId,
    name: organizationName,
    kind: organizationKind,
  }));
  const organization = organizations.find(({ id }) => id === membership?.organizationId);
  return { viewer: { name: user.name, organization, organizations } };
}

export default function SignedIn({ loaderData }: Route.ComponentProps) {
  const { name, organization, organizations } = loaderData.viewer;
  if (!organization) return null;
  return (
    <AppFrame viewer={{ name, organization, organizations }} waiting={{}} notifications={null}>
      <Outlet />
    </AppFrame>
  );
}
