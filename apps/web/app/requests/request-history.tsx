import { Button, Stack, Text } from '@mantine/core';
import type { MadeRequestDetail } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { useDate } from '../i18n/use-date.ts';
import classes from './table.module.css';

/** Who did what, the first thing first. */
export function RequestHistory({ request }: { readonly request: MadeRequestDetail }) {
  const { t } = useTranslation('requests');
  const dateOf = useDate();
  const say = t as unknown as (key: string) => string;
  return (
    <ol className={classes.history}>
      {request.events.map(({ id, event, at, isOurs, person, comment: said }) => (
        <li key={id}>
          <b>{say(`request.event.${event}`)}</b>
          <span className={classes.small}>
            {dateOf(at)} · {isOurs ? (person ?? t('request.us')) : request.supplierName}
          </span>
          {said && <blockquote>{said}</blockquote>}
        </li>
      ))}
    </ol>
  );
}

/** How far the mailed invitation is, with the way to mail it again. */
export function RequestInvitation({
  invitation,
  resent,
}: {
  readonly invitation: NonNullable<MadeRequestDetail['invitation']>;
  readonly resent: boolean;
}) {
  const { t } = useTranslation('requests');
  const { id, email, isOpen, isAccepted } = invitation;
  const standing = isAccepted ? 'invitationAccepted' : isOpen ? 'invitationOpen' : 'invitationClosed';
  return (
    <Stack gap={6} mt="md" align="flex-start">
      <Text size="sm" fw={600}>
        {t('request.invitation')}
      </Text>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {t(`request.${standing}`, { email })}
      </Text>
      {resent && (
        <Text size="sm" role="status">
          {t('request.resent')}
        </Text>
      )}
      {!isAccepted && (
        <Form method="post">
          <input type="hidden" name="intent" value="resend" />
          <input type="hidden" name="invitationId" value={id} />
          <Button type="submit" variant="default" size="xs">
            {t('request.resend')}
          </Button>
        </Form>
      )}
    </Stack>
  );
}
