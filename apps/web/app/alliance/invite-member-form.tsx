import { Alert, Button, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form, useNavigation } from 'react-router';
import { RefusalAlert } from '../components/refusal-alert.tsx';
import { useFieldErrors } from '../components/use-field-errors.ts';
import type { Refusal } from '../door.ts';

interface InviteMemberFormProps {
  readonly allianceId: string;
  readonly refused: Refusal | undefined;
  /** The address just invited. */
  readonly invited: string | undefined;
}

/** Asks somebody new into the alliance, by a name and an address. */
export function InviteMemberForm({ allianceId, refused, invited }: InviteMemberFormProps) {
  const { t } = useTranslation('alliance');
  const busy = useNavigation().state === 'submitting';
  const errorOf = useFieldErrors(refused);
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value="invite" />
      <input type="hidden" name="allianceId" value={allianceId} />
      <RefusalAlert refused={refused && { ...refused, findings: [] }} />
      {invited && (
        <Alert color="teal" role="status" mb="md">
          {t('memberList.invited', { email: invited })}
        </Alert>
      )}
      <Stack maw={380}>
        <TextInput
          name="name"
          label={t('memberList.inviteName')}
          error={errorOf('name')}
          maxLength={200}
          required
        />
        <TextInput
          name="email"
          type="email"
          label={t('memberList.inviteEmail')}
          error={errorOf('email')}
          maxLength={254}
          required
        />
        <Button type="submit" loading={busy} style={{ alignSelf: 'flex-start' }}>
          {t('memberList.inviteAction')}
        </Button>
      </Stack>
    </Form>
  );
}
