import { Button, Stack, Text, TextInput, Title } from '@mantine/core';
import type { ProductSystemDraft } from '@slipstream/footprint';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatEmissions, formatShare } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useCanvas } from './canvas-context.ts';
import type { BranchNode } from './diagram.ts';
import classes from './inspector.module.css';
import { useDiagramText } from './use-diagram-text.ts';

interface BranchInspectorProps {
  readonly draft: ProductSystemDraft;
  readonly node: BranchNode;
}

const portion = 30;

/** The assemblies that are folded up before a process, to be found by name and drawn one by one. */
export function BranchInspector({ draft, node: { data } }: BranchInspectorProps) {
  const { t } = useTranslation(['processFlow', 'common']);
  const language = useLanguage();
  const text = useDiagramText();
  const { show } = useCanvas();
  const [words, setWords] = useState('');
  const [shown, setShown] = useState(portion);
  const names = new Map(draft.processes.map(({ id, name }) => [id, name]));
  const { branch, contribution } = data;
  const wanted = words.trim().toLowerCase();
  // Looked for by name, what lies deeper is found too; else those that go into the process itself, largest first.
  const found =
    wanted === ''
      ? branch.next
      : branch.processes.filter((id) => names.get(id)?.toLowerCase().includes(wanted));
  return (
    <Stack gap="sm">
      <Title order={2}>{text.branch(data)}</Title>
      {contribution && (
        <Text fw={600}>
          {formatEmissions(contribution.kgCO2e, language)} CO₂e · {formatShare(contribution.share, language)}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {t('processFlow:branch.lead', { process: names.get(branch.process) ?? '' })}
      </Text>
      <TextInput
        type="search"
        label={t('processFlow:branch.search')}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          setShown(portion);
        }}
      />
      <ul className={classes.branch}>
        {found.slice(0, shown).map((id) => (
          <li key={id}>
            <span>{names.get(id)}</span>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('processFlow:branch.showOne', { name: names.get(id) ?? '' })}
              onClick={() => show([id])}
            >
              {t('processFlow:branch.show')}
            </Button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <Text size="sm">{t('processFlow:branch.none')}</Text>}
      {found.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + portion)}>
          {t('common:list.more', { count: Math.min(found.length - shown, portion), total: found.length })}
        </Button>
      )}
    </Stack>
  );
}
