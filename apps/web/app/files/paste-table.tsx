import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface PasteTableProps {
  readonly isDisabled: boolean;
  /** Takes the table as a file of text, its columns parted by tabs as spreadsheets copy them. */
  readonly onPasted: (file: File) => void;
}

/** Takes a table that was copied from a spreadsheet, for whoever has no file at hand. */
export function PasteTable({ isDisabled, onPasted }: PasteTableProps) {
  const { t } = useTranslation('common');
  const [text, setText] = useState('');
  const [product, setProduct] = useState('');
  const isTable = text.trim() !== '';
  return (
    <>
      <Textarea
        mt={14}
        label={t('upload.paste.label')}
        description={t('upload.paste.hint')}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        disabled={isDisabled}
        autosize
        minRows={2}
        maxRows={8}
        wrap="off"
        spellCheck={false}
      />
      {isTable && (
        <Group mt={10} align="end">
          <TextInput
            label={t('upload.paste.product')}
            description={t('upload.paste.productHint')}
            value={product}
            onChange={({ currentTarget }) => setProduct(currentTarget.value)}
            disabled={isDisabled}
          />
          <Button
            loading={isDisabled}
            onClick={() => {
              const name = product.trim() || t('upload.paste.fileName');
              onPasted(new File([text], `${name}.csv`, { type: 'text/csv' }));
            }}
          >
            {t('upload.paste.action')}
          </Button>
        </Group>
      )}
    </>
  );
}
