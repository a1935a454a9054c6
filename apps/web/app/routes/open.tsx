import { Anchor, Button, Text } from '@mantine/core';
import { openedBy, type SessionMembership, switchOrganization } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { data, Form, Link, type RouterContextProvider, redirect, useNavigation } from 'react-router';
import { doorContext } from '../context.ts';
import { refusal, requireSignedIn } from '../door.ts';
import { askedPage, ownPath } from '../own-path.ts';
import { GateFrame } from '../shell/gate-frame.tsx';
import type { Route } from './+types/open';

/**
 * What a link for an organization opens, for whoever follows it. Somebody who does not belong to the organization finds
 * no page, as if there were no such organization.
 */
function opening(context: Readonly<RouterContextProvider>, request: Request) {
  const signedIn = requireSignedIn(context, request);
  const opened = openedBy(askedPage(request));
  const wanted = signedIn.memberships.find(({ organizationId }) => organizationId === opened?.organizationId);
  if (!opened || !wanted) throw data(null, { status: 404 });
  return { signedIn, wanted, page: ownPath(opened.page) };
}

/** Goes on to the page where the browser works for its organization; asks first where it works for another. */
export function loader({ context, request }: Route.LoaderArgs) {
  const { signedIn, wanted, page } = opening(context, request);
  const { membership } = signedIn;
  if (!membership || membership.organizationId === wanted.organizationId) throw redirect(page);
  const named = ({ organizationName, organizationKind }: SessionMembership) => ({
    name: organizationName,
    kind: organizationKind,
  });
  return { wanted: named(wanted), present: named(membership) };
}

/** Makes the organization the one this browser works for, and goes on to the page. */
export async function action({ context, request }: Route.ActionArgs) {
  const { signedIn, wanted, page } = opening(context, request);
  try {
    await switchOrganization(context.get(doorContext).runtime, signedIn, wanted);
  } catch (error) {
    return refusal(error);
  }
  throw redirect(page);
}

export default function Open({ loaderData: { wanted, present } }: Route.ComponentProps) {
  const { t } = useTranslation(['identity', 'shell']);
  const busy = useNavigation().state !== 'idle';
  const kindOf = ({ kind }: typeof wanted) => t(`shell:organization.kind.${kind}`);
  return (
    <GateFrame title={t('identity:open.title', { organization: wanted.name })}>
      <Text size="sm">
        {t('identity:open.detail', {
          present: present.name,
          presentKind: kindOf(present),
          wanted: wanted.name,
          wantedKind: kindOf(wanted),
        })}
      </Text>
      <Form method="post">
        <Button type="submit" size="md" fullWidth loading={busy}>
          {t('identity:open.action')}
        </Button>
      </Form>
      <Anchor component={Link} to="/" size="sm">
        {t('identity:open.stay', { organization: present.name })}
      </Anchor>
    </GateFrame>
  );
}
