import { data } from 'react-router';
import { requireSignedIn } from '../door.ts';

/** Which side of a promise the viewer is on. Others have no targets, so the page is not theirs. */
export function targetSide(...args: Parameters<typeof requireSignedIn>): 'leadFirm' | 'supplier' {
  const kind = requireSignedIn(...args).membership?.organizationKind;
  if (kind !== 'leadFirm' && kind !== 'supplier') throw data(null, { status: 404 });
  return kind;
}
