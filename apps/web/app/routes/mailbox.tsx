import { Stack, Text, Title } from '@mantine/core';
import { readMailbox } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { data } from 'react-router';
import { EmptyState } from '../components/empty-state.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { doorContext } from '../context.ts';
import { useDate } from '../i18n/use-date.ts';
import type { Route } from './+types/mailbox';
import classes from './mailbox.module.css';

export async function loader({ context }: Route.LoaderArgs) {
  const { runtime } = context.get(doorContext);
  if (runtime.mail.delivers) throw data(null, { status: 404 });
  const mails = await readMailbox(runtime);
  return mails.map((mail) => ({
    id: mail.id,
    recipient: mail.recipient,
    subject: mail.subject,
    text: mail.text,
    createdAt: mail.createdAt.toISOString(),
  }));
}

export default function Mailbox({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('identity');
  const dateOf = useDate();
  return (
    <main id="content" className={classes.page}>
      <PageHeader title={t('mailbox.title')} about={t('mailbox.detail')} />
      {loaderData.length === 0 ? (
        <EmptyState title={t('mailbox.empty')} detail={t('mailbox.emptyDetail')} />
      ) : (
        <Stack>
          {loaderData.map((mail) => (
            <article key={mail.id} className={classes.mail}>
              <Title order={2}>{mail.subject}</Title>
              <Text size="xs" c="dimmed">
                {t('mailbox.to', { recipient: mail.recipient })} ·{' '}
                <time dateTime={mail.createdAt}>
                  {dateOf(mail.createdAt)} {timeInTaiwan(mail.createdAt)}
                </time>
              </Text>
              <MailText text={mail.text} />
            </article>
          ))}
        </Stack>
      )}
    </main>
  );
}

/** Hours and minutes in Taiwan, the same on server and browser. */
function timeInTaiwan(instant: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Asia/Taipei' }).format(
    new Date(instant),
  );
}

/** The text of a mail with its links to press. */
function MailText({ text }: { text: string }) {
  return (
    <p className={classes.text}>
      {text.split(/(https?:\/\/\S+)/).map((part, index) =>
        /^https?:/.test(part) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change places
          <a key={index} href={part}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  );
}
