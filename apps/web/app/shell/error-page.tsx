import { Button, Container, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, Link } from 'react-router';
import { PageTitle } from '../components/page-title.tsx';
import { usePageIdentity } from '../page-identity.ts';

/** What a reader sees when a page cannot be shown: what happened, that nothing is lost, what to do next. */
export function ErrorPage({ error }: { error: unknown }) {
  const { t } = useTranslation('errors');
  const { requestId } = usePageIdentity();
  const notFound = isRouteErrorResponse(error) && error.status === 404;
  const kind = notFound ? 'notFound' : 'unexpected';
  return (
    <Container size="xs" component="main" py={80}>
      <PageTitle title={t(`${kind}.title`)} />
      <Stack align="flex-start">
        <Title order={1}>{t(`${kind}.title`)}</Title>
        <Text c="dimmed">{t(`${kind}.detail`)}</Text>
        {notFound ? (
          <Button component={Link} to="/">
            {t('notFound.action')}
          </Button>
        ) : (
          <Button onClick={() => window.location.reload()}>{t('unexpected.action')}</Button>
        )}
        {!notFound && requestId && (
          <Text size="xs" c="dimmed">
            {t('unexpected.reference', { requestId })}
          </Text>
        )}
      </Stack>
    </Container>
  );
}
