import { searchFactors } from '@slipstream/services';
import { requireContext } from '../door.ts';
import type { Route } from './+types/factors';

/** Emission factors whose names hold the words of `q`, for pickers. */
export function loader({ context, request }: Route.LoaderArgs) {
  requireContext(context, request);
  return Response.json(searchFactors((new URL(request.url).searchParams.get('q') ?? '').slice(0, 200)));
}
