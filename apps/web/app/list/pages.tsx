import { Anchor, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';

interface PagesProps {
  readonly page: number;
  readonly hasMore: boolean;
  /** How many there are, where that is known. */
  readonly pages?: number;
  /** The name under which the address says which page of this list is meant, where a page shows several lists. */
  readonly param?: string;
  /** What is listed, for who hears the page, where it shows several lists. */
  readonly label?: string;
}

/** The way to the pages before and after of a list whose address names its page; nothing where there is but one. */
export function Pages({ page, hasMore, pages, param = 'page', label }: PagesProps) {
  const { t } = useTranslation('common');
  const [address] = useSearchParams();
  if (page === 1 && !hasMore) return null;
  const to = (number: number) => {
    const next = new URLSearchParams(address);
    next.delete('sent');
    next.set(param, String(number));
    return `?${next}`;
  };
  return (
    <Group component="nav" aria-label={[label, t('list.pages')].filter(Boolean).join(' ')} mt="md" gap="md">
      {page > 1 && (
        <Anchor component={Link} to={to(page - 1)} size="sm" preventScrollReset={param !== 'page'}>
          {t('list.previous')}
        </Anchor>
      )}
      <Text size="sm" c="dimmed">
        {pages === undefined ? t('list.page', { page }) : t('list.pageOf', { page, pages })}
      </Text>
      {hasMore && (
        <Anchor component={Link} to={to(page + 1)} size="sm" preventScrollReset={param !== 'page'}>
          {t('list.next')}
        </Anchor>
      )}
    </Group>
  );
}
