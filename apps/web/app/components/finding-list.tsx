import { Text, Title } from '@mantine/core';
import type { Finding } from '@slipstream/quantity';
import { IconAlertTriangle, IconHelpCircle } from '@tabler/icons-react';
import { useFindingText } from '../i18n/use-finding-text.ts';
import classes from './finding-list.module.css';

/** What is wrong or doubtful, one line each, in the reader's language. Nothing is shown where nothing was found. */
export function FindingList({ title, findings }: { title: string; findings: readonly Finding[] }) {
  const textOf = useFindingText();
  if (findings.length === 0) return null;
  return (
    <section className={classes.list} aria-label={title}>
      <Title order={3}>{title}</Title>
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.code} ${finding.path.join('/')}`} data-severity={finding.severity}>
            {finding.severity === 'question' ? (
              <IconHelpCircle size={16} aria-hidden />
            ) : (
              <IconAlertTriangle size={16} aria-hidden />
            )}
            <Text size="sm" component="span">
              {textOf(finding)}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
