import { Anchor, Button, PasswordInput, Radio, Stack, Text, TextInput } from '@mantine/core';
import { acceptInvitation, openInvitation, sessionCookie } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Form, Link, redirect, redirectDocument, useNavigation } from 'react-router';
import { z } from 'zod';
import { RefusalAlert } from '../components/refusal-alert.tsx';
import { doorContext } from '../context.ts';
import { refusal } from '../door.ts';
import { languages } from '../i18n/languages.ts';
import { chosenLanguage, preferenceCookie } from '../i18n/preferences.ts';
import { readerLanguage } from '../i18n/reader-language.ts';
import { ownPath } from '../own-path.ts';
import { GateFrame } from '../shell/gate-frame.tsx';
import type { Route } from './+types/invitation';

const newAccount = z.object({ name: z.string().trim().min(1).max(100), password: z.string().max(1000) });

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { runtime, visit, signedIn } = context.get(doorContext);
  try {
    const invitation = await openInvitation(runtime, visit, { token: params.token });
    const { answeredBy } = invitation;
    // Whoever comes for the first time is spoken to as in the mail.
    const mailed = languages.find((known) => known === invitation.language);
    const { pathname, search } = new URL(request.url);
    const isFirst = !signedIn && !chosenLanguage(request) && search === '';
    if (mailed && isFirst && mailed !== readerLanguage(context, request))
      // Once only: what keeps no cookies would come back for ever.
      throw redirectDocument(`${pathname}?language=${mailed}`, {
        headers: { 'Set-Cookie': preferenceCookie('language', mailed) },
      });
    return {
      invitation,
      signedInAs: signedIn?.user.email ?? null,
      answerers: (signedIn?.memberships ?? [])
        .filter(
          ({ organizationKind, roles }) => answeredBy.includes(organizationKind) && roles.includes('owner'),
        )
        .map(({ organizationId, organizationName }) => ({ id: organizationId, name: organizationName })),
    };
  } catch (error) {
    return refusal(error);
  }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { runtime, visit, signedIn } = context.get(doorContext);
  const entries = Object.fromEntries(await request.formData());
  const account = newAccount.safeParse(entries);
  const answerAs = z.uuid().safeParse(entries.answerAs);
  try {
    const accepted = await acceptInvitation(runtime, visit, signedIn, {
      token: params.token,
      ...(account.success
        ? { newAccount: { ...account.data, language: readerLanguage(context, request) } }
        : {}),
      ...(answerAs.success ? { answerAs: answerAs.data } : {}),
    });
    const headers = new Headers();
    if (accepted.sessionToken)
      headers.set('Set-Cookie', sessionCookie(runtime.publicUrl, accepted.sessionToken));
    return redirect(ownPath(accepted.landingPath), { headers });
  } catch (error) {
    return refusal(error);
  }
}

export default function Invitation({ loaderData, actionData, params }: Route.ComponentProps) {
  const { t } = useTranslation('identity');
  const busy = useNavigation().state !== 'idle';
  if (!('invitation' in loaderData)) {
    return (
      <GateFrame title={t('invitation.closed')}>
        <RefusalAlert refused={loaderData.refused} />
        <Anchor component={Link} to="/sign-in" size="sm">
          {t('signIn.action')}
        </Anchor>
      </GateFrame>
    );
  }
  const { invitation, signedInAs, answerers } = loaderData;
  const isToAlliance = invitation.landingPath === '/memberships';
  // A colleague is invited into the organization; anybody else answers for their own.
  const purpose = isToAlliance ? 'alliance' : invitation.answeredBy.length > 0 ? 'request' : 'colleague';
  return (
    <GateFrame title={t(`invitation.title.${purpose}`, { name: invitation.invitedByName })}>
      <Text size="sm">
        {t(`invitation.from.${purpose}`, {
          email: invitation.email,
          organization: invitation.organizationName,
        })}
      </Text>
      <RefusalAlert refused={actionData?.refused} />
      {signedInAs ? (
        <Form method="post">
          <Stack>
            <Text size="sm" c="dimmed">
              {t('invitation.signedInAs', { email: signedInAs })}
            </Text>
            {answerers.length > 0 && (
              <Radio.Group name="answerAs" label={t('invitation.answerAs')} defaultValue={answerers[0]?.id}>
                <Stack gap="xs" mt="xs">
                  {answerers.map(({ id, name }) => (
                    <Radio
                      key={id}
                      value={id}
                      label={name}
                      description={t(
                        isToAlliance ? 'invitation.answerAsMember' : 'invitation.answerAsPresent',
                        {
                          customer: invitation.invitedByName,
                        },
                      )}
                    />
                  ))}
                  <Radio
                    value="new"
                    label={t('invitation.answerAsNew', { organization: invitation.organizationName })}
                    description={t('invitation.answerAsNewDetail')}
                  />
                </Stack>
              </Radio.Group>
            )}
            <Button type="submit" size="md" loading={busy}>
              {t('invitation.accept')}
            </Button>
          </Stack>
        </Form>
      ) : invitation.hasAccount ? (
        <Stack>
          <Text size="sm" c="dimmed">
            {t('invitation.hasAccount')}
          </Text>
          <Button
            component={Link}
            to={`/sign-in?returnTo=${encodeURIComponent(`/invitation/${params.token}`)}`}
            size="md"
          >
            {t('invitation.signInFirst')}
          </Button>
        </Stack>
      ) : (
        <Form method="post">
          <Stack>
            <TextInput name="name" label={t('invitation.name')} autoComplete="name" required size="md" />
            <PasswordInput
              name="password"
              label={t('invitation.password')}
              description={t('passwordReset.passwordHint')}
              autoComplete="new-password"
              required
              size="md"
            />
            <Button type="submit" size="md" loading={busy}>
              {t('invitation.create')}
            </Button>
          </Stack>
        </Form>
      )}
    </GateFrame>
  );
}
