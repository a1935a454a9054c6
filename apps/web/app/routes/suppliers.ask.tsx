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
import { answerModes, type ConfidentialityLevel, confidentialityLevels } from '@slipstream/programme';
import { addDays, dayInTaiwan, formatRocDate, parseDate } from '@slipstream/quantity';
import {
  createSupplierRequest,
  listMembers,
  listSuppliers,
  type SupplierCandidateRow,
  sendSupplierRequest,
} from '@slipstream/services';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { data, Form, Link, redirect, useNavigation } from 'react-router';
import { z } from 'zod';
import { EmptyState } from '../components/empty-state.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { RefusalAlert } from '../components/refusal-alert.tsx';
import { useFieldErrors } from '../components/use-field-errors.ts';
import { type Refusal, refusal, requireSignedIn } from '../door.ts';
import { type Calendar, formatDate } from '../i18n/format.ts';
import type { Language } from '../i18n/languages.ts';
import { readerLanguage } from '../i18n/reader-language.ts';
import { useCalendar } from '../i18n/use-calendar.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { requireLeadFirm } from '../requests/lead-firm.ts';
import { isAskable } from '../requests/open-request.ts';
import classes from '../requests/table.module.css';
import type { Route } from './+types/suppliers.ask';

const usualDays = 30;

const form = z.object({
  supplier: z.array(z.uuid()).max(200),
  dueDate: z.string().max(100),
  recipientUserId: z.uuid(),
  mode: z.enum(answerModes),
  level: z.array(z.enum(confidentialityLevels)),
  message: z.string().max(4000),
});

async function askable(ctx: Parameters<typeof listSuppliers>[0], ids: readonly string[]) {
  const { suppliers } = await listSuppliers(ctx);
  return suppliers.filter((supplier) => ids.includes(supplier.id) && isAskable(supplier));
}

export async function loader({ context, request }: Route.LoaderArgs) {
  const ctx = requireLeadFirm(context, request);
  const { membership, user } = requireSignedIn(context, request);
  const [members, suppliers] = await Promise.all([
    listMembers(ctx),
    askable(ctx, new URL(request.url).searchParams.getAll('supplier')),
  ]);
  return {
    suppliers,
    members: members.map(({ userId, name }) => ({ userId, name })),
    userId: user.id,
    firm: membership?.organizationName ?? '',
    dueDate: addDays(dayInTaiwan(ctx.clock().toISOString()), usualDays),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const ctx = requireLeadFirm(context, request);
  const fields = await request.formData();
  const { supplier, level, ...terms } = form.parse({
    ...Object.fromEntries(fields),
    supplier: fields.getAll('supplier'),
    level: fields.getAll('level'),
  });
  const refusals: { supplierRelationId: string; refused: Refusal }[] = [];
  let sent = 0;
  // A supplier that got its request meanwhile is not asked twice, and one that is refused keeps no other waiting.
  for (const { id } of await askable(ctx, supplier)) {
    try {
      const draft = await createSupplierRequest(ctx, { supplierRelationId: id });
      await sendSupplierRequest(ctx, {
        requestId: draft.id,
        ...terms,
        language: readerLanguage(context, request),
        confidentialityOffered: level,
        contactEmail: z
          .string()
          .max(300)
          .catch('')
          .parse(fields.get(`email-${id}`)),
      });
      sent += 1;
    } catch (error) {
      refusals.push({ supplierRelationId: id, refused: atFields(refusal(error).data.refused) });
    }
  }
  if (refusals.length === 0) throw redirect(`/requests?sent=${sent}`);
  // Who was asked is no longer in the list: the page is read again unless nothing changed.
  return data({ sent, refusals }, { status: sent > 0 ? 200 : 400 });
}

/** The findings of the machine at the fields of the form. */
function atFields(refused: Refusal): Refusal {
  const findings = refused.findings.map((finding) =>
    finding.path[0] === 'facts' ? { ...finding, path: finding.path.slice(1) } : finding,
  );
  return { ...refused, findings };
}

export default function AskSuppliers({ loaderData, actionData }: Route.ComponentProps) {
  const { suppliers } = loaderData;
  const { t } = useTranslation('requests');
  const trail = [{ label: t('suppliers.title'), to: '/suppliers' }];
  if (suppliers.length === 0)
    return (
      <>
        <PageHeader title={t('ask.title')} trail={trail} />
        <EmptyState
          title={t('ask.nobody.title')}
          detail={t('ask.nobody.detail')}
          action={
            <Button component={Link} to="/suppliers">
              {t('ask.nobody.action')}
            </Button>
          }
        />
      </>
    );
  return (
    <>
      <PageHeader title={t('ask.title')} about={t('ask.about', { count: suppliers.length })} trail={trail} />
      <AskForm loaderData={loaderData} actionData={actionData} />
    </>
  );
}

/** A day as somebody types it, in the reader's calendar. */
function typedDate(day: string, language: Language, calendar: Calendar): string {
  const roc = formatRocDate(day);
  return language === 'zh-TW' && calendar === 'roc' && roc.ok ? roc.value : day;
}

function AskForm({ loaderData, actionData }: Pick<Route.ComponentProps, 'loaderData' | 'actionData'>) {
  const { suppliers, members, userId } = loaderData;
  const { t } = useTranslation(['requests', 'terms']);
  const language = useLanguage();
  const calendar = useCalendar();
  const busy = useNavigation().state !== 'idle';
  const [dueDate, setDueDate] = useState(() => typedDate(loaderData.dueDate, language, calendar));
  const [levels, setLevels] = useState<readonly string[]>(confidentialityLevels);
  const [message, setMessage] = useState('');
  const refusals = actionData?.refusals ?? [];
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
            {actionData && actionData.sent > 0 && (
              <Alert color="teal" role="status">
                {t('requests:ask.partly', { count: actionData.sent })}
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
        <Preview
          supplier={suppliers[0]}
          firm={loaderData.firm}
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

function Preview({
  supplier,
  firm,
  date,
  levels,
  message,
}: {
  supplier: SupplierCandidateRow | undefined;
  firm: string;
  date: string | null;
  levels: readonly ConfidentialityLevel[];
  message: string;
}) {
  const { t } = useTranslation(['requests', 'terms']);
  if (!supplier) return null;
  const more = supplier.partCount - supplier.parts.length;
  return (
    <div className={classes.beside}>
      <Text size="xs" c="dimmed" mb="sm">
        {t('requests:ask.previewFor', { name: supplier.name })}
      </Text>
      <Text fw={600}>{t('requests:ask.previewAsks', { firm })}</Text>
      <ul className={classes.parts}>
        {supplier.parts.map((part) => (
          <li key={part}>{part}</li>
        ))}
        {more > 0 && <li>{t('requests:ask.previewMore', { count: more })}</li>}
      </ul>
      {date && <Text size="sm">{t('requests:ask.previewDue', { date })}</Text>}
      {message.trim() && <p className={classes.words}>{message}</p>}
      <Text size="sm" mt="sm">
        {t('requests:ask.previewLevels')}
      </Text>
      <ul className={classes.parts}>
        {levels.map((level) => (
          <li key={level}>
            {t(`terms:confidentiality.${level}`)}
            <span className={classes.small}>{t(`terms:confidentialityMeaning.${level}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
