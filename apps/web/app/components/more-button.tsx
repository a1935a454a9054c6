import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { More } from './use-more.ts';

interface MoreButtonProps extends Pick<More<unknown>, 'items' | 'isLoading' | 'hasFailed' | 'more'> {
  /** How many there are. */
  readonly count: number;
  /** How many come at once. */
  readonly portion: number;
}

/** Brings the next portion of a list; nothing where all of it is shown. */
export function MoreButton({ items, isLoading, hasFailed, more, count, portion }: MoreButtonProps) {
  const { t } = useTranslation('common');
  const left = count - items.length;
  if (left <= 0) return null;
  return (
    <Group mt="sm" gap="sm">
      <Button variant="default" loading={isLoading} onClick={more}>
        {t('list.more', { count: Math.min(left, portion), total: count })}
      </Button>
      {hasFailed && (
        <Text size="sm" c="red" role="alert">
          {t('list.moreFailed')}
        </Text>
      )}
    </Group>
  );
}
