import { data } from 'react-router';

/** Any address that is no page of ours; a route of its own, so that the page it shows has the root's data. */
export function loader() {
  throw data(null, { status: 404 });
}

/** A write to no page is as absent. */
export const action = loader;

/** Makes it a page, which has an error boundary, and not a resource, which answers bare data. */
export default function NotFound() {
  return null;
}
