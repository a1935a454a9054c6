import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconUserCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useRouteLoaderData, useSubmit } from 'react-router';
import type { Calendar } from '../i18n/format.ts';
import { type Language, languages } from '../i18n/languages.ts';
import type { loader as rootLoader } from '../root.tsx';
import type { NavigationEntry } from './navigation.ts';

const languageNames: Readonly<Record<Language, string>> = { 'zh-TW': '繁體中文', en: 'English' };
const colorSchemes = ['auto', 'light', 'dark'] as const;
const calendars: readonly Calendar[] = ['roc', 'gregorian'];

interface AccountMenuProps {
  readonly name: string;
  /** Pages the bar of a phone has no room for. */
  readonly more?: readonly NavigationEntry[];
}

/** Language, calendar, appearance, account and sign-out, one press away on every page. */
export function AccountMenu({ name, more = [] }: AccountMenuProps) {
  const { t } = useTranslation('shell');
  const submit = useSubmit();
  const location = useLocation();
  const root = useRouteLoaderData<typeof rootLoader>('root');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const prefer = (preference: Record<string, string>) =>
    submit(
      { ...preference, returnTo: `${location.pathname}${location.search}` },
      { method: 'post', action: '/preferences' },
    );
  const check = (on: boolean) => (on ? <IconCheck size={16} aria-hidden /> : null);
  return (
    <Menu width={230} position="top-start" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={40} aria-label={t('account.menu', { name })}>
          <IconUserCircle size={22} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {more.map((entry) => (
          <Menu.Item
            key={entry.to}
            component={Link}
            to={entry.to}
            leftSection={<entry.icon size={18} stroke={1.6} aria-hidden />}
          >
            {t(`navigation.${entry.label}`)}
          </Menu.Item>
        ))}
        {more.length > 0 && <Menu.Divider />}
        <Menu.Label>{name}</Menu.Label>
        <Menu.Item component={Link} to="/account">
          {t('account.settings')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('account.language')}</Menu.Label>
        {languages.map((language) => (
          <Menu.Item
            key={language}
            rightSection={check(root?.language === language)}
            onClick={() => prefer({ language })}
          >
            {languageNames[language]}
          </Menu.Item>
        ))}
        <Menu.Label>{t('account.calendar')}</Menu.Label>
        {calendars.map((calendar) => (
          <Menu.Item
            key={calendar}
            rightSection={check(root?.calendar === calendar)}
            onClick={() => prefer({ calendar })}
          >
            {t(`account.calendars.${calendar}`)}
          </Menu.Item>
        ))}
        <Menu.Label>{t('account.colorScheme')}</Menu.Label>
        {colorSchemes.map((scheme) => (
          <Menu.Item
            key={scheme}
            rightSection={check(colorScheme === scheme)}
            onClick={() => setColorScheme(scheme)}
          >
            {t(`account.colorSchemes.${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => submit({}, { method: 'post', action: '/sign-out' })}>
          {t('account.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
