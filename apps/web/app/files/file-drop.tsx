import { Alert, Progress, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import '@mantine/dropzone/styles.css';
import { largestUploadBytes } from '@slipstream/services/largest-upload';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalAlert } from '../components/refusal-alert.tsx';
import type { Refusal } from '../door.ts';
import classes from './file-drop.module.css';
import { PasteTable } from './paste-table.tsx';
import { sendFile } from './send-file.ts';

interface FileDropProps<Answer> {
  /** Where the file is sent, `/uploads/<kind>`. */
  readonly url: string;
  readonly label: string;
  readonly hint: string;
  readonly onSent: (answer: Answer) => Promise<void>;
  /** Whether a table copied from a spreadsheet can be pasted instead. */
  readonly takesPaste?: boolean;
}

/** Takes a file to the server by drop, by press or by keyboard, and shows how far it is. */
export function FileDrop<Answer>({ url, label, hint, onSent, takesPaste = false }: FileDropProps<Answer>) {
  const { t } = useTranslation('common');
  const [sending, setSending] = useState<{ readonly name: string; readonly percent: number }>();
  const [refused, setRefused] = useState<Refusal>();
  const [isBroken, setBroken] = useState(false);
  const place = useRef<HTMLDivElement>(null);

  const send = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > largestUploadBytes) {
      setRefused({ code: 'fileTooLarge', values: { megabytes: largestUploadBytes / 1e6 }, findings: [] });
      return;
    }
    setRefused(undefined);
    setBroken(false);
    setSending({ name: file.name, percent: 0 });
    const outcome = await sendFile<Answer>(url, file, (percent) => setSending({ name: file.name, percent }));
    if ('answer' in outcome) await onSent(outcome.answer);
    else if ('refused' in outcome) setRefused(outcome.refused);
    else setBroken(true);
    setSending(undefined);
  };
  // A file chosen before the page could hear of it is not asked for again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page begins to listen
  useEffect(() => {
    const input = place.current?.querySelector('input');
    const [chosen] = input?.files ?? [];
    if (input) input.value = '';
    send(chosen);
  }, []);

  return (
    <div ref={place}>
      <RefusalAlert refused={refused} />
      {isBroken && (
        <Alert color="red" role="alert">
          {t('upload.broken')}
        </Alert>
      )}
      <Dropzone
        mt={refused || isBroken ? 14 : 0}
        onDrop={([file]) => send(file)}
        onReject={([rejected]) => send(rejected?.file)}
        multiple={false}
        disabled={sending !== undefined}
        className={classes.drop ?? ''}
        // A file the browser remembers from before a reload is not sent again.
        inputProps={{ 'aria-label': label, autoComplete: 'off' }}
      >
        <IconFileSpreadsheet size={32} stroke={1.3} aria-hidden />
        <div>
          <Text fw={600}>{label}</Text>
          <Text size="sm" c="dimmed">
            {hint}
          </Text>
        </div>
      </Dropzone>
      {takesPaste && <PasteTable isDisabled={sending !== undefined} onPasted={send} />}
      <div className={classes.progress} role="status">
        {sending && (
          <>
            <Text size="sm">{t('upload.sending', sending)}</Text>
            <Progress value={sending.percent} aria-label={t('upload.sending', sending)} />
          </>
        )}
      </div>
    </div>
  );
}
