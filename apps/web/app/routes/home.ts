import { redirect } from 'react-router';
import { requireSignedIn } from '../door.ts';
import { navigationOf } from '../shell/navigation.ts';
import type { Route } from './+types/home';

/** The first page of whoever comes: the home of their organization's kind. */
export function loader({ context, request }: Route.LoaderArgs) {
  const { membership } = requireSignedIn(context, request);
  const home = membership && navigationOf[membership.organizationKind][0];
  return redirect(home?.to ?? '/account');
}
