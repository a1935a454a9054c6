import { TextInput } from '@mantine/core';
import { parseAmount } from '@slipstream/quantity';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface AmountFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** An amount as people type it: full-width digits and thousands separators are read, a blank stays unknown. */
export function AmountField({ label, value, onChange }: AmountFieldProps) {
  const { t } = useTranslation('processFlow');
  const [text, setText] = useState(value === null ? '' : String(value));
  const [unreadable, setUnreadable] = useState(false);
  useEffect(() => setText(value === null ? '' : String(value)), [value]);
  const commit = () => {
    if (text.trim() === '') {
      setUnreadable(false);
      if (value !== null) onChange(null);
      return;
    }
    const parsed = parseAmount(text);
    const number = parsed.ok && parsed.value.kind === 'measured' ? parsed.value.value : null;
    setUnreadable(number === null);
    if (number !== null && number !== value) onChange(number);
  };
  return (
    <TextInput
      label={label}
      value={text}
      inputMode="decimal"
      error={unreadable && t('inspector.amountUnreadable')}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}
