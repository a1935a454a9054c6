import { Alert, Progress, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import classes from './sheet.module.css';
import { sendFile } from './upload.ts';

/** Takes a workbook to the server and shows how far it is. */
export function SheetDrop(props: {
  readonly requestId: string;
  readonly itemId: string;
  readonly isAgain: boolean;
}) {
  const { t } = useTranslation(['supplier', 'refusals']);
  const revalidator = useRevalidator();
  const [percent, setPercent] = useState<number | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const say = t as unknown as (key: string, values: object) => string;
  const upload = async ([file]: readonly File[]) => {
    if (!file) return;
    setFault(null);
    setPercent(0);
    const url = `/uploads/inventory-sheet?request=${props.requestId}&item=${props.itemId}`;
    const outcome = await sendFile(url, file, setPercent);
    setPercent(null);
    if (outcome.ok) await revalidator.revalidate();
    else
      setFault(outcome.code ? say(`refusals:${outcome.code}`, outcome.values) : t('supplier:sheet.failed'));
  };
  return (
    <div>
      {fault && (
        <Alert color="red" role="alert" mb={10}>
          {fault}
        </Alert>
      )}
      <Dropzone
        onDrop={upload}
        onReject={(rejected) => upload(rejected.map(({ file }) => file))}
        multiple={false}
        disabled={percent !== null}
        className={classes.drop ?? ''}
        inputProps={{ 'aria-label': t('supplier:sheet.choose') }}
      >
        <IconFileSpreadsheet size={28} stroke={1.4} aria-hidden />
        <div>
          <Text fw={600}>{props.isAgain ? t('supplier:sheet.again') : t('supplier:sheet.choose')}</Text>
          <Text size="sm" c="dimmed">
            {t('supplier:sheet.limit')}
          </Text>
        </div>
      </Dropzone>
      {percent !== null && (
        <div className={classes.progress} role="status">
          <Text size="sm">{t('supplier:sheet.uploading', { percent })}</Text>
          <Progress value={percent} aria-label={t('supplier:sheet.uploading', { percent })} />
        </div>
      )}
    </div>
  );
}
