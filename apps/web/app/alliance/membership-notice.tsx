import { Alert, Anchor } from '@mantine/core';
import type { OwnMembership } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../i18n/use-language.ts';

/** Says that an association asks the reader's organization into its alliance, where one does. */
export function MembershipNotice({ memberships }: { readonly memberships: readonly OwnMembership[] }) {
  const { t } = useTranslation('alliance');
  const language = useLanguage();
  const waiting = memberships.filter(({ state }) => state === 'invited');
  if (waiting.length === 0) return null;
  return (
    <Alert color="teal" mb="md">
      {waiting.map(({ allianceId, alliance, association, associationEnglish }) => (
        <div key={allianceId}>
          {t('memberships.notice', {
            name: (language === 'en' && associationEnglish) || association,
            alliance,
          })}{' '}
          <Anchor component={Link} to="/memberships" inherit>
            {t('memberships.look')}
          </Anchor>
        </div>
      ))}
    </Alert>
  );
}
