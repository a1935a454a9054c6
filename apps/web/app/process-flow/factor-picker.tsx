import { Combobox, Input, InputBase, Text, useCombobox } from '@mantine/core';
import type { EmissionFactor } from '@slipstream/footprint';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useUnitText } from '../i18n/use-unit-text.ts';
import { useFactorText } from '../products/use-factor-text.ts';

/** Finds factors by their names; rejects when `signal` calls it off. */
export type FactorSearch = (query: string, signal: AbortSignal) => Promise<readonly EmissionFactor[]>;

interface FactorPickerProps {
  readonly factor: EmissionFactor | undefined;
  readonly search: FactorSearch;
  readonly onPick: (factor: EmissionFactor) => void;
}

const quietMs = 150;

/** Finds an emission factor by typing; each proposal shows value, unit, source and year. */
export function FactorPicker({ factor, search, onPick }: FactorPickerProps) {
  const { t } = useTranslation('processFlow');
  const factorText = useFactorText();
  const combobox = useCombobox({ onDropdownClose: () => setQuery('') });
  const [query, setQuery] = useState('');
  const [proposals, setProposals] = useState<readonly EmissionFactor[]>([]);
  const [isAway, setAway] = useState(false);
  const open = combobox.dropdownOpened;
  useEffect(() => {
    if (!open) return;
    const superseded = new AbortController();
    const { signal } = superseded;
    const timer = setTimeout(async () => {
      const found = await search(query, signal).catch(() => null);
      if (signal.aborted) return;
      setAway(found === null);
      setProposals(found ?? []);
    }, quietMs);
    return () => {
      superseded.abort();
      clearTimeout(timer);
    };
  }, [query, open, search]);
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        const picked = proposals.find((proposal) => proposal.id === id);
        if (picked) onPick(picked);
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target>
        <InputBase
          label={t('inspector.factor')}
          component="button"
          type="button"
          pointer
          multiline
          rightSection={<Combobox.Chevron />}
          rightSectionPointerEvents="none"
          onClick={() => combobox.toggleDropdown()}
        >
          {factor ? (
            <>
              <Text size="sm">{factorText(factor).name}</Text>
              <Described factor={factor} />
            </>
          ) : (
            <Input.Placeholder>{t('inspector.chooseFactor')}</Input.Placeholder>
          )}
        </InputBase>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={query}
          placeholder={t('inspector.chooseFactor')}
          aria-label={t('inspector.chooseFactor')}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <Combobox.Options
          mah={260}
          style={{ overflowY: 'auto' }}
          aria-label={t('inspector.factor')}
          // What scrolls is reached by keyboard even while nothing in it is.
          tabIndex={0}
        >
          {proposals.map((proposal) => (
            <Combobox.Option key={proposal.id} value={proposal.id}>
              <Text size="sm">{factorText(proposal).name}</Text>
              <Described factor={proposal} />
            </Combobox.Option>
          ))}
          {proposals.length === 0 && (
            <Combobox.Empty>{t(isAway ? 'inspector.searchFailed' : 'inspector.noFactor')}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** Value with unit, source and year of a factor. */
function Described({ factor }: { readonly factor: EmissionFactor }) {
  const language = useLanguage();
  const unitText = useUnitText();
  const { source, sourceLang } = useFactorText()(factor);
  const { value, unit, referenceYear } = factor;
  return (
    <Text size="xs" c="dimmed">
      {value !== null && `${formatAmount(value, language)} ${unitText(unit ?? '')} · `}
      <span lang={sourceLang}>{source}</span>
      {referenceYear !== undefined && ` · ${referenceYear}`}
    </Text>
  );
}
