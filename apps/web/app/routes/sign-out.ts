import { sessionCookie, signOut } from '@slipstream/services';
import { redirect } from 'react-router';
import { doorContext } from '../context.ts';
import type { Route } from './+types/sign-out';

export async function action({ context }: Route.ActionArgs) {
  const { runtime, visit } = context.get(doorContext);
  await signOut(runtime, visit.sessionToken);
  return redirect('/sign-in', { headers: { 'Set-Cookie': sessionCookie(runtime.publicUrl, undefined) } });
}

export function loader() {
  return redirect('/');
}
