import { Anchor, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';

/** Leads to the pages before and after, at the same address otherwise. Nothing where there is but one. */
export function ListPages({ page, pages }: { page: number; pages: number }) {
  const { t } = useTranslation('shell');
  const { pathname, search } = useLocation();
  if (pages <= 1) return null;
  const to = (number: number) => {
    const address = new URLSearchParams(search);
    address.set('page', String(number));
    return `${pathname}?${address}`;
  };
  return (
    <Group component="nav" mt="md" gap="md" aria-label={t('pages.title')}>
      {page > 1 && (
        <Anchor component={Link} to={to(page - 1)} size="sm">
          {t('pages.previous')}
        </Anchor>
      )}
      <Text size="sm" c="dimmed">
        {t('pages.present', { page, pages })}
      </Text>
      {page < pages && (
        <Anchor component={Link} to={to(page + 1)} size="sm">
          {t('pages.next')}
        </Anchor>
      )}
    </Group>
  );
}
