import {
  Alert,
  Button,
  Checkbox,
  NativeSelect,
  Radio,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { confidentialityLevels } from '@slipstream/programme';
import { formatRocDate, parseDate } from '@slipstream/quantity';
import type { SupplierCandidateRow } from '@slipstream/services';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, useNavigation } from 'react-router';
import { Panel, Panels } from '../components/panel.tsx';
import { RefusalAlert } from '../components/refusal-alert.tsx';
import { useFieldErrors } from '../components/use-field-errors.ts';
import type { Refusal } from '../door.ts';
import { type Calendar, formatDate } from '../i18n/format.ts';
import type { Language } from '../i18n/languages.ts';
import { useCalendar } from '../i18n/use-calendar.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { AskPreview } from './ask-preview.tsx';
import classes from './table.module.css';

/** A supplier whose request was not sent, and why. */
export interface RefusedRequest {
  readonly supplierRelationId: string;
  readonly refused: Refusal;
}

interface AskFormProps {
  readonly suppliers: readonly SupplierCandidateRow[];
  readonly members: readonly { readonly userId: string; readonly name: string }[];
  /** Who asks, and receives the answers unless somebody else is named. */
  readonly userId: string;
  readonly firm: string;
  /** The due day that is proposed: ISO day. */
  readonly dueDate: string;
  /** What became of sending it. */
  readonly answer: { readonly sent: number; readonly refusals: readonly RefusedRequest[] } | undefined;
}

/** A day as somebody types it, in the reader's calendar. */
function typedDate(day: string, language: Language, calendar: Calendar): string {
  const roc = formatRocDate(day);
  return language === 'zh-TW' && calendar === 'roc' && roc.ok ? roc.value : day;
}

/** Asks several suppliers at once on the same terms, with what the first of them will read beside it. */
export function AskForm({ suppliers, members, userId, firm, dueDate: proposed, answer }: AskFormProps) {
  const { t } = useTranslation(['requests', 'terms']);
  const language = useLanguage();
  const calendar = useCalendar();
  const busy = useNavigation().state !== 'idle';
  const [dueDate, setDueDate] = useState(() => typedDate(proposed, language, calendar));
  const [levels, setLevels] = useState<readonly string[]>(confidentialityLevels);
  const [message, setMessage] = useState('');
  const refusals = answer?.refusals ?? [];
  const first = refusals[0]?.refused;
  const together = first && { ...first, findings: refusals.flatMap(({ refused }) => refused.findings) };
  const errorOf = useFieldErrors(together);
  const read = parseDate(dueDate);
  const readDate = read.ok ? formatDate(read.value, language, calendar) : null;
  return (
    <Panels>
      <Panel span={7}>
        <Form method="post">
          <Stack gap="lg">
            {answer && answer.sent > 0 && (
              <Alert color="teal" role="status">
                {t('requests:ask.partly', { count: answer.sent })}
              </Alert>
            )}
            <RefusalAlert refused={withoutFields(first)} />
            <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
              <Text component="legend" fw={600} size="sm" mb={8}>
                {t('requests:ask.to')}
              </Text>
              <ul className={classes.chosen}>
                {suppliers.map((supplier) => (
                  <Chosen
                    key={supplier.id}
                    supplier={supplier}
                    refused={
                      refusals.find(({ supplierRelationId }) => supplierRelationId === supplier.id)?.refused
                    }
                  />
                ))}
              </ul>
            </fieldset>
            <TextInput
              name="dueDate"
              label={t('requests:ask.dueDate')}
              description={
                readDate && readDate !== dueDate
                  ? t('requests:ask.dueDateRead', { date: readDate })
                  : t('requests:ask.dueDateHint')
              }
              value={dueDate}
              onChange={(event) => setDueDate(event.currentTarget.value)}
              error={errorOf('dueDate')}
              maw={380}
              required
            />
            <NativeSelect
              name="recipientUserId"
              label={t('requests:ask.recipient')}
              defaultValue={userId}
              data={members.map((member) => ({ value: member.userId, label: member.name }))}
              maw={380}
            />
            <Radio.Group name="mode" label={t('requests:ask.mode')} defaultValue="either">
              <Stack gap={8} mt={8}>
                {(['either', 'inventorySheet', 'computedFootprint'] as const).map((mode) => (
                  <Radio key={mode} value={mode} label={t(`requests:ask.modes.${mode}`)} />
                ))}
              </Stack>
            </Radio.Group>
            <Checkbox.Group
              label={t('requests:ask.levels')}
              description={t('requests:ask.levelsHint')}
              value={[...levels]}
              onChange={setLevels}
            >
              <Stack gap={10} mt={10}>
                {confidentialityLevels.map((level) => (
                  <Checkbox
                    key={level}
                    name="level"
                    value={level}
                    label={t(`terms:confidentiality.${level}`)}
                    description={t(`terms:confidentialityMeaning.${level}`)}
                  />
                ))}
              </Stack>
            </Checkbox.Group>
            <Textarea
              name="message"
              label={t('requests:ask.message')}
              description={t('requests:ask.messageHint')}
              value={message}
              onChange={(event) => setMessage(event.currentTarget.value)}
              autosize
              minRows={3}
              maxLength={4000}
            />
            <Button
              type="submit"
              loading={busy}
              disabled={levels.length === 0}
              style={{ alignSelf: 'flex-start' }}
            >
              {t('requests:ask.send', { count: suppliers.length })}
            </Button>
          </Stack>
        </Form>
      </Panel>
      <Panel span={5} title={t('requests:ask.preview')}>
        <AskPreview
          supplier={suppliers[0]}
          firm={firm}
          date={readDate}
          levels={confidentialityLevels.filter((level) => levels.includes(level))}
          message={message}
        />
      </Panel>
    </Panels>
  );
}

const fields = ['dueDate', 'contactEmail'];

/** What no field of the form shows. */
function withoutFields(refused: Refusal | undefined): Refusal | undefined {
  if (!refused) return undefined;
  const findings = refused.findings.filter(({ path }) => !fields.includes(String(path[0])));
  return { ...refused, findings };
}

function Chosen({ supplier, refused }: { supplier: SupplierCandidateRow; refused: Refusal | undefined }) {
  const { t } = useTranslation('requests');
  const errorOf = useFieldErrors(refused);
  return (
    <li>
      <input type="hidden" name="supplier" value={supplier.id} />
      {supplier.isUnclaimed ? (
        <TextInput
          name={`email-${supplier.id}`}
          type="email"
          label={t('ask.email', { name: supplier.name })}
          description={t('ask.emailHint')}
          defaultValue={supplier.contactEmail ?? ''}
          error={errorOf('contactEmail')}
          maw={380}
          required
        />
      ) : (
        <>
          <Text fw={500} size="sm">
            {supplier.name}
          </Text>
          <Text size="xs" c="dimmed">
            {t('ask.hasAccount')}
          </Text>
        </>
      )}
    </li>
  );
}
