import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSubmit } from 'react-router';
import type { Viewer } from './app-frame.tsx';
import classes from './organization-switch.module.css';

/** Shows on whose behalf the viewer acts, and changes it where the viewer belongs to several organizations. */
export function OrganizationSwitch({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation('shell');
  const submit = useSubmit();
  const { organization, organizations } = viewer;
  const several = organizations.length > 1;
  const face = (
    <>
      <span className={classes.mark} aria-hidden>
        {[...organization.name][0]}
      </span>
      <span className={classes.names}>
        <span className={classes.name}>{organization.name}</span>
        <span className={classes.kind}>{t(`organization.kind.${organization.kind}`)}</span>
      </span>
      {several && <IconSelector size={16} stroke={1.6} aria-hidden />}
    </>
  );
  if (!several) return <div className={classes.root}>{face}</div>;
  return (
    <Menu width={260} position="bottom-start" withinPortal>
      <Menu.Target>
        <UnstyledButton
          className={classes.root}
          aria-label={`${t('organization.switch')}: ${organization.name}`}
        >
          {face}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('organization.switch')}</Menu.Label>
        {organizations.map((other) => (
          <Menu.Item
            key={other.id}
            rightSection={
              other.id === organization.id ? (
                <IconCheck size={16} aria-label={t('organization.current')} />
              ) : null
            }
            onClick={() =>
              submit({ organizationId: other.id }, { method: 'post', action: '/account/organization' })
            }
          >
            {other.name}
            <span className={classes.kind}>{t(`organization.kind.${other.kind}`)}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
