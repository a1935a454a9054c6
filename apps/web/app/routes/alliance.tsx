import { Alert, Button, Stack, TextInput } from '@mantine/core';
import {
  foundAlliance,
  inviteAddressToAlliance,
  inviteToAlliance,
  listAllianceMembers,
  listAlliances,
  requestAllianceRelease,
  resendInvitation,
} from '@slipstream/services';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { data, Form, useNavigation } from 'react-router';
import { z } from 'zod';
import { InviteMemberForm } from '../alliance/invite-member-form.tsx';
import { MembersPanel } from '../alliance/members-panel.tsx';
import { Releases } from '../alliance/releases.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { RefusalAlert } from '../components/refusal-alert.tsx';
import { useFieldErrors } from '../components/use-field-errors.ts';
import { refusal, requireContext } from '../door.ts';
import { readerLanguage } from '../i18n/reader-language.ts';
import { useProgress } from '../live/use-progress.ts';
import type { Route } from './+types/alliance';

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('found'), name: z.string().trim().min(1).max(200) }),
  z.object({
    intent: z.literal('invite'),
    allianceId: z.uuid(),
    name: z.string().max(200),
    email: z.string().max(254),
  }),
  z.object({
    intent: z.literal('askAgain'),
    allianceId: z.uuid(),
    memberId: z.uuid(),
    role: z.enum(['leadFirm', 'supplier']),
  }),
  z.object({ intent: z.literal('resend'), invitationId: z.uuid() }),
  z.object({ intent: z.literal('release'), allianceId: z.uuid(), year: z.string().max(200) }),
]);

export async function loader({ context, request }: Route.LoaderArgs) {
  const ctx = requireContext(context, request);
  if (ctx.actor.organizationKind !== 'association') throw data(null, { status: 404 });
  // An association has one alliance as a rule; a second one waits until it is asked for.
  const [alliance] = await listAlliances(ctx);
  const members = alliance ? await listAllianceMembers(ctx, { allianceId: alliance.id }) : [];
  return { alliance, members };
}

export async function action({ context, request }: Route.ActionArgs) {
  const ctx = requireContext(context, request);
  const input = form.parse(Object.fromEntries(await request.formData()));
  try {
    switch (input.intent) {
      case 'found':
        await foundAlliance(ctx, input);
        return null;
      case 'invite':
        await inviteAddressToAlliance(ctx, { ...input, language: readerLanguage(context, request) });
        return { invited: input.email };
      case 'askAgain':
        await inviteToAlliance(ctx, input);
        return null;
      case 'resend':
        await resendInvitation(ctx, { id: input.invitationId });
        return null;
      case 'release':
        return await requestAllianceRelease(ctx, input);
    }
  } catch (error) {
    return refusal(error);
  }
}

export default function Alliance({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('alliance');
  const { alliance, members } = loaderData;
  const answered = actionData && 'jobId' in actionData ? actionData : undefined;
  // Looking again forgets the action's answer, so what was asked for is kept here.
  const [asked, setAsked] = useState<{ readonly jobId: string; readonly period: string }>();
  useEffect(() => {
    if (answered) setAsked(answered);
  }, [answered]);
  const invited = actionData && 'invited' in actionData ? actionData.invited : undefined;
  const refused = actionData && 'refused' in actionData ? actionData.refused : undefined;
  const isAboutInviting = refused?.findings.some(({ path }) => path[0] === 'name' || path[0] === 'email');
  if (!alliance)
    return (
      <>
        <PageHeader title={t('title')} />
        <EmptyState title={t('empty.title')} detail={t('empty.detail')} action={<FoundForm />} />
      </>
    );
  return (
    <>
      <PageHeader
        title={alliance.name}
        about={t('about', { invited: alliance.invited, joined: alliance.joined })}
      />
      <Panels>
        <Releases alliance={alliance} />
        <Panel title={t('release.title')} span={6}>
          {/* A new form once the release is there, so that what was said about the last one goes. */}
          <ReleaseForm
            key={alliance.releases.length}
            allianceId={alliance.id}
            jobId={
              asked && alliance.releases.every(({ period }) => period !== asked.period) ? asked.jobId : null
            }
            refused={isAboutInviting ? undefined : refused}
          />
        </Panel>
        <Panel title={t('memberList.invite')} span={6}>
          {/* A new form after each invitation, so that the fields are empty for the next. */}
          <InviteMemberForm
            key={members.length}
            allianceId={alliance.id}
            refused={isAboutInviting ? refused : undefined}
            invited={invited}
          />
        </Panel>
        <MembersPanel allianceId={alliance.id} members={members} />
      </Panels>
    </>
  );
}

function FoundForm() {
  const { t } = useTranslation('alliance');
  const busy = useNavigation().state !== 'idle';
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="found" />
      <Stack>
        <TextInput name="name" label={t('empty.name')} maxLength={200} required />
        <Button type="submit" loading={busy}>
          {t('empty.action')}
        </Button>
      </Stack>
    </Form>
  );
}

interface ReleaseFormProps {
  readonly allianceId: string;
  /** The job that makes the release asked for; null where none is awaited. */
  readonly jobId: string | null;
  readonly refused: Parameters<typeof RefusalAlert>[0]['refused'];
}

function ReleaseForm({ allianceId, jobId, refused }: ReleaseFormProps) {
  const { t } = useTranslation('alliance');
  const navigation = useNavigation();
  const errorOf = useFieldErrors(refused);
  useProgress(jobId === null ? null : { of: 'allianceRelease', jobId });
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="release" />
      <input type="hidden" name="allianceId" value={allianceId} />
      <Stack maw={380}>
        {jobId !== null && (
          <Alert color="teal" role="status">
            {t('release.working')}
          </Alert>
        )}
        <RefusalAlert refused={refused && { ...refused, findings: [] }} />
        <TextInput
          name="year"
          label={t('release.year')}
          description={t('release.yearHint')}
          error={errorOf('year')}
          required
        />
        <Button type="submit" loading={navigation.state === 'submitting'} style={{ alignSelf: 'flex-start' }}>
          {t('release.action')}
        </Button>
      </Stack>
    </Form>
  );
}
