import { Button, Group, Stack, Switch, Text } from '@mantine/core';
import type { MadeRequestDetail } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Form, useSubmit } from 'react-router';
import { useDate } from '../i18n/use-date.ts';

interface RemindersProps {
  readonly reminders: NonNullable<MadeRequestDetail['reminders']>;
  /** The reader may remind, and switch reminders on and off. */
  readonly mayDecide: boolean;
  readonly wasReminded: boolean;
}

/** When the supplier was reminded last and whether it goes on by itself, with the way to remind it now. */
export function Reminders({ reminders, mayDecide, wasReminded }: RemindersProps) {
  const { t } = useTranslation('requests');
  const dateOf = useDate();
  const submit = useSubmit();
  const { isOn, last, mayRemind } = reminders;
  return (
    <Stack gap={8} mt="md" align="flex-start">
      <Text size="sm" fw={600}>
        {t('request.reminders.title')}
      </Text>
      <Text size="sm" role={wasReminded ? 'status' : undefined}>
        {last
          ? t('request.reminders.last', {
              date: dateOf(last.at),
              kind: t(`request.reminders.kind.${last.kind}`),
            })
          : t('request.reminders.none')}
      </Text>
      {mayDecide && (
        <>
          <Form method="post" preventScrollReset>
            <input type="hidden" name="intent" value="reminders" />
            <Switch
              name="isOn"
              value="on"
              checked={isOn}
              label={t('request.reminders.switch')}
              description={t('request.reminders.switchHint')}
              onChange={(event) => submit(event.currentTarget.form, { preventScrollReset: true })}
            />
          </Form>
          <Form method="post" preventScrollReset>
            <input type="hidden" name="intent" value="remind" />
            <Group gap="sm">
              <Button type="submit" variant="default" size="xs" disabled={!mayRemind}>
                {t('request.reminders.now')}
              </Button>
              {!mayRemind && (
                <Text size="xs" c="dimmed">
                  {t('request.reminders.tomorrow')}
                </Text>
              )}
            </Group>
          </Form>
        </>
      )}
    </Stack>
  );
}
