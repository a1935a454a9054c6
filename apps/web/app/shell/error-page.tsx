import { Button, Container, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, Link, useRouteLoaderData } from 'react-router';
import type { loader as rootLoader } from '../root.tsx';

/** What a reader sees when a page cannot be shown: what happened, that nothing is lost, what to do next. */
export function ErrorPage({ error }: { error: unknown }) {
  const { t } = useTranslation('errors');
  const root = useRouteLoaderData<typeof rootLoader>('root');
  const notFound = isRouteErrorResponse(error) && error.status === 404;
  const kind = notFound ? 'notFound' : 'unexpected';
  return (
    <Container size="xs" component="main" py={80}>
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
        {!notFound && root && (
          <Text size="xs" c="dimmed">
            {t('unexpected.reference', { requestId: root.requestId })}
          </Text>
        )}
      </Stack>
    </Container>
  );
}
