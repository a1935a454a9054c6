import { Text } from '@mantine/core';
import type { ConfidentialityLevel } from '@slipstream/programme';
import type { SupplierCandidateRow } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import classes from './table.module.css';

interface AskPreviewProps {
  readonly supplier: SupplierCandidateRow | undefined;
  readonly firm: string;
  /** The due day as it will be read. */
  readonly date: string | null;
  readonly levels: readonly ConfidentialityLevel[];
  readonly message: string;
}

/** What a supplier will read. */
export function AskPreview({ supplier, firm, date, levels, message }: AskPreviewProps) {
  const { t } = useTranslation(['requests', 'terms']);
  if (!supplier) return null;
  const more = supplier.partCount - supplier.parts.length;
  return (
    <div className={classes.beside}>
      <Text size="xs" c="dimmed" mb="sm">
        {t('requests:ask.previewFor', { name: supplier.name })}
      </Text>
      <Text fw={600}>{t('requests:ask.previewAsks', { firm })}</Text>
      <ul className={classes.parts}>
        {supplier.parts.map((part) => (
          <li key={part}>{part}</li>
        ))}
        {more > 0 && <li>{t('requests:ask.previewMore', { count: more })}</li>}
      </ul>
      {date && <Text size="sm">{t('requests:ask.previewDue', { date })}</Text>}
      {message.trim() && <p className={classes.words}>{message}</p>}
      <Text size="sm" mt="sm">
        {t('requests:ask.previewLevels')}
      </Text>
      <ul className={classes.parts}>
        {levels.map((level) => (
          <li key={level}>
            {t(`terms:confidentiality.${level}`)}
            <span className={classes.small}>{t(`terms:confidentialityMeaning.${level}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
