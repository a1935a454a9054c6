import { Button, Stack, Text } from '@mantine/core';
import type { ReceivedRequestView } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { StateTag } from '../components/state-tag.tsx';
import { useDate } from '../i18n/use-date.ts';

interface AskReviewProps {
  readonly request: Pick<ReceivedRequestView, 'reviewAskedAt' | 'members' | 'me'>;
  /** Name of the reviewer. */
  readonly reviewer: string;
  /** Whether every item has an answer that can be sent. */
  readonly isComplete: boolean;
  readonly busy: boolean;
}

/** What whoever filled in can do when it is another who sends: ask that person to look. */
export function AskReview({ request, reviewer, isComplete, busy }: AskReviewProps) {
  const { t } = useTranslation('supplier');
  const dateOf = useDate();
  const { reviewAskedAt, members, me } = request;
  const roles = members.find(({ userId }) => userId === me)?.roles ?? [];
  const mayAsk = roles.some((role) => role === 'owner' || role === 'manager' || role === 'filler');
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="askReview" />
      <Stack align="flex-start">
        <Text size="sm" c="dimmed">
          {t('preview.notReviewer', { reviewer })}
        </Text>
        {reviewAskedAt && (
          <StateTag tone="good">
            {t('preview.reviewAsked', { reviewer, date: dateOf(reviewAskedAt) })}
          </StateTag>
        )}
        {mayAsk && (
          <Button
            type="submit"
            size="md"
            variant={reviewAskedAt ? 'default' : 'filled'}
            loading={busy}
            disabled={!isComplete}
          >
            {t(reviewAskedAt ? 'preview.askReviewAgain' : 'preview.askReview', { reviewer })}
          </Button>
        )}
      </Stack>
    </Form>
  );
}
