import { switchOrganization } from '@slipstream/services';
import { redirect } from 'react-router';
import { z } from 'zod';
import { doorContext } from '../context.ts';
import { refusal, requireSignedIn } from '../door.ts';
import type { Route } from './+types/account.organization';

const form = z.object({ organizationId: z.uuid() });

/** Makes another of the person's organizations the one they act for, and goes to its home. */
export async function action({ context, request }: Route.ActionArgs) {
  const { runtime } = context.get(doorContext);
  const signedIn = requireSignedIn(context, request);
  try {
    await switchOrganization(runtime, signedIn, form.parse(Object.fromEntries(await request.formData())));
    return redirect('/');
  } catch (error) {
    return refusal(error);
  }
}

export function loader() {
  return redirect('/');
}
