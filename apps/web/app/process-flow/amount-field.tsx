import { TextInput } from '@mantine/core';
import { parseAmount } from '@slipstream/quantity';
import { useEffect, useState } from 'react';

interface AmountFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly unit: string | null;
  readonly error?: string | undefined;
  readonly onChange: (value: number | null) => void;
}

/** A number as people type it: full-width digits and thousands separators are read, a blank stays unknown. */
export function AmountField({ label, value, unit, error, onChange }: AmountFieldProps) {
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
      error={unreadable || error}
      rightSection={unit}
      rightSectionWidth={Math.max(44, (unit?.length ?? 0) * 9 + 16)}
      rightSectionPointerEvents="none"
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}
