import { TextInput } from '@mantine/core';
import { type Medium, parseUnit } from '@slipstream/quantity';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitText } from '../i18n/use-unit-text.ts';

interface UnitFieldProps {
  /** A unit code, or what somebody typed that is none. */
  readonly value: string | null;
  /** What the flow is, where 度 has a meaning of its own. */
  readonly medium?: Medium | undefined;
  readonly onChange: (unit: string | null) => void;
}

/** A unit as people type it: 公斤, KG and kg are one; a text that is no unit stays and becomes a finding. */
export function UnitField({ value, medium, onChange }: UnitFieldProps) {
  const { t } = useTranslation('processFlow');
  const name = useUnitText()(value);
  const [text, setText] = useState(name);
  useEffect(() => setText(name), [name]);
  const commit = () => {
    const typed = text.trim();
    if (typed === name) return;
    const read = parseUnit(typed, medium);
    const unit = typed === '' ? null : read.ok ? read.value : typed;
    if (unit === value) setText(name);
    else onChange(unit);
  };
  return (
    <TextInput
      label={t('inspector.unit')}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}
