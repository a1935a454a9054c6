import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { dayInTaiwan } from '@slipstream/quantity';
import {
  approveRequest,
  cancelRequest,
  getRequest,
  type MadeRequestDetail,
  resendInvitation,
  returnRequest,
  takeRequest,
} from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { data, Form, Link, useNavigation } from 'react-router';
import { z } from 'zod';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { RefusalAlert } from '../components/refusal-alert.tsx';
import { StateTag } from '../components/state-tag.tsx';
import { found, refusal } from '../door.ts';
import { formatAmount } from '../i18n/format.ts';
import { useDate } from '../i18n/use-date.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useUnitName } from '../products/use-unit-name.ts';
import { DisclosedAnswer } from '../requests/disclosed-answer.tsx';
import { requireLeadFirm } from '../requests/lead-firm.ts';
import { RequestState } from '../requests/request-state.tsx';
import classes from '../requests/table.module.css';
import type { Route } from './+types/requests.$requestId';

const comment = z.string().max(4000).optional();
const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('take') }),
  z.object({ intent: z.literal('approve'), comment }),
  z.object({ intent: z.literal('return'), comment: z.string().max(4000) }),
  z.object({ intent: z.literal('cancel'), comment }),
  z.object({ intent: z.literal('resend'), invitationId: z.uuid() }),
]);

function requestIdOf(params: { readonly requestId: string }): string {
  const read = z.uuid().safeParse(params.requestId);
  if (!read.success) throw data(null, { status: 404 });
  return read.data;
}

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const ctx = requireLeadFirm(context, request);
  return { request: await found(getRequest(ctx, { requestId: requestIdOf(params) })) };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const ctx = requireLeadFirm(context, request);
  const requestId = requestIdOf(params);
  const input = form.parse(Object.fromEntries(await request.formData()));
  try {
    switch (input.intent) {
      case 'take':
        await takeRequest(ctx, { requestId });
        break;
      case 'approve':
        await approveRequest(ctx, { requestId, comment: input.comment });
        break;
      case 'return':
        await returnRequest(ctx, { requestId, comment: input.comment });
        break;
      case 'cancel':
        await cancelRequest(ctx, { requestId, comment: input.comment });
        break;
      case 'resend':
        await resendInvitation(ctx, { id: input.invitationId });
        break;
    }
    return { done: input.intent };
  } catch (error) {
    return refusal(error);
  }
}

export default function RequestPage({ loaderData, actionData }: Route.ComponentProps) {
  const { request } = loaderData;
  const { t } = useTranslation(['requests', 'terms']);
  const dateOf = useDate();
  const done = actionData && 'done' in actionData ? actionData.done : undefined;
  const refused = actionData && 'refused' in actionData ? actionData.refused : undefined;
  const answered = request.items.flatMap(({ id, name, disclosed }) =>
    disclosed ? [{ id, name, view: disclosed }] : [],
  );
  return (
    <>
      <PageHeader
        title={request.supplierName}
        trail={[{ label: t('requests:board.title'), to: '/requests' }]}
        about={
          <Group gap={8}>
            <RequestState state={request.state} />
            {request.isOverdue && <StateTag tone="bad">{t('requests:board.late')}</StateTag>}
            {request.dueDate && <span>{t('requests:request.due', { date: dateOf(request.dueDate) })}</span>}
            {request.recipientName && (
              <span>{t('requests:request.recipient', { name: request.recipientName })}</span>
            )}
          </Group>
        }
        actions={request.allowed.includes('cancel') && <Cancel name={request.supplierName} />}
      />
      <Stack gap="md" mb={refused || done === 'approve' ? 'md' : 0}>
        <RefusalAlert refused={refused} />
        {done === 'approve' && (
          <Alert color="teal" role="status">
            {t('requests:request.approved')}
          </Alert>
        )}
      </Stack>
      <Panels>
        <NextStep request={request} />
        {answered.length === 0 && (request.isWithdrawn || mayAnswer.includes(request.state)) && (
          <Panel title={t('requests:request.disclosed')}>
            <Text c="dimmed" size="sm">
              {t(request.isWithdrawn ? 'requests:request.withdrawn' : 'requests:request.notYet')}
            </Text>
          </Panel>
        )}
        {answered.map(({ id, name, view }) => (
          <Panel key={id} title={name} span={answered.length > 1 ? 6 : 12}>
            <DisclosedAnswer view={view} isAlone={answered.length === 1} />
          </Panel>
        ))}
        <Panel title={t('requests:request.items')} span={7}>
          <Items items={request.items} />
          <Terms request={request} />
          {answered.length > 0 && (
            <Text size="xs" c="dimmed" mt="md">
              {t('requests:request.looked')}
            </Text>
          )}
        </Panel>
        <Panel title={t('requests:request.history')} span={5}>
          <History request={request} />
          {request.invitation && request.state === 'sent' && (
            <Invitation invitation={request.invitation} resent={done === 'resend'} />
          )}
        </Panel>
      </Panels>
    </>
  );
}

const mayAnswer: readonly string[] = ['sent', 'accepted', 'inProgress', 'returned'];

/** What waits for us: complete the draft, take the answer, decide on it. Nothing where it is the supplier's turn. */
function NextStep({ request }: { request: MadeRequestDetail }) {
  const { t } = useTranslation('requests');
  const busy = useNavigation().state !== 'idle';
  const { allowed, supplierRelationId } = request;
  if (allowed.includes('send') && supplierRelationId)
    return (
      <Panel>
        <Button component={Link} to={`/suppliers/ask?supplier=${supplierRelationId}`}>
          {t('request.continueDraft')}
        </Button>
      </Panel>
    );
  if (allowed.includes('take'))
    return (
      <Panel>
        <Form method="post">
          <input type="hidden" name="intent" value="take" />
          <Group>
            <Button type="submit" loading={busy}>
              {t('request.take')}
            </Button>
            <Text size="sm" c="dimmed">
              {t('request.takeHint')}
            </Text>
          </Group>
        </Form>
      </Panel>
    );
  if (!allowed.includes('approve')) return null;
  return (
    <>
      <Panel title={t('request.decide')} span={6}>
        <Form method="post">
          <input type="hidden" name="intent" value="approve" />
          <Stack align="flex-start">
            <Text size="sm">{t('request.approveHint')}</Text>
            <Button type="submit" loading={busy}>
              {t('request.approve')}
            </Button>
          </Stack>
        </Form>
      </Panel>
      <Panel title={t('request.return')} span={6}>
        <Form method="post">
          <input type="hidden" name="intent" value="return" />
          <Stack>
            <Textarea
              name="comment"
              label={t('request.returnComment')}
              description={t('request.returnHint')}
              autosize
              minRows={2}
              maxLength={4000}
              required
            />
            <Button type="submit" variant="default" loading={busy} style={{ alignSelf: 'flex-start' }}>
              {t('request.return')}
            </Button>
          </Stack>
        </Form>
      </Panel>
    </>
  );
}

function Cancel({ name }: { name: string }) {
  const { t } = useTranslation('requests');
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('request.cancel')}
      </Button>
      <Modal opened={opened} onClose={close} title={t('request.cancelTitle')} centered>
        <Form method="post" onSubmit={close}>
          <input type="hidden" name="intent" value="cancel" />
          <Stack>
            <Text size="sm">{t('request.cancelDetail', { name })}</Text>
            <Textarea
              name="comment"
              label={t('request.cancelComment')}
              autosize
              minRows={2}
              maxLength={4000}
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t('request.keep')}
              </Button>
              <Button type="submit" color="red">
                {t('request.cancel')}
              </Button>
            </Group>
          </Stack>
        </Form>
      </Modal>
    </>
  );
}

function Items({ items }: Pick<MadeRequestDetail, 'items'>) {
  const { t } = useTranslation('requests');
  const unitName = useUnitName();
  const language = useLanguage();
  return (
    <table className={`${classes.table} ${classes.stacked}`}>
      <thead>
        <tr>
          <th scope="col">{t('request.itemName')}</th>
          <th scope="col">{t('request.itemCode')}</th>
          <th scope="col">{t('request.itemUnit')}</th>
          <th scope="col" className={classes.number}>
            {t('request.itemAnnual')}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ id, name, code, declaredUnit, annualAmount }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td data-label={t('request.itemCode')}>{code}</td>
            <td data-label={t('request.itemUnit')}>{unitName(declaredUnit)}</td>
            <td data-label={t('request.itemAnnual')} className={classes.number}>
              {annualAmount === null ? '–' : formatAmount(annualAmount, language)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Terms({ request }: { request: MadeRequestDetail }) {
  const { t } = useTranslation(['requests', 'terms']);
  const language = useLanguage();
  const { confidentialityOffered: offered, confidentialityChosen: chosen, message, mode, state } = request;
  if (state === 'draft') return null;
  return (
    <>
      <Text size="sm" mt="md">
        {t('requests:request.asked', { mode: t(`requests:ask.modes.${mode}`) })}
      </Text>
      <Text size="sm">
        {t('requests:request.offered')}
        {language === 'zh-TW' ? '：' : ': '}
        {offered.map((level) => t(`terms:confidentiality.${level}`)).join(language === 'zh-TW' ? '、' : ', ')}
      </Text>
      {chosen && (
        <Text size="sm">
          {t('requests:request.chosen')}
          {language === 'zh-TW' ? '：' : ': '}
          {t(`terms:confidentiality.${chosen}`)}
        </Text>
      )}
      {message && (
        <>
          <Text size="sm" mt="md" fw={600}>
            {t('requests:request.message')}
          </Text>
          <p className={classes.words}>{message}</p>
        </>
      )}
    </>
  );
}

function History({ request }: { request: MadeRequestDetail }) {
  const { t } = useTranslation('requests');
  const dateOf = useDate();
  const say = t as unknown as (key: string) => string;
  return (
    <ol className={classes.history}>
      {request.events.map(({ id, event, at, isOurs, person, comment: said }) => (
        <li key={id}>
          <b>{say(`request.event.${event}`)}</b>
          <span className={classes.small}>
            {dateOf(dayInTaiwan(at))} · {isOurs ? (person ?? t('request.us')) : request.supplierName}
          </span>
          {said && <blockquote>{said}</blockquote>}
        </li>
      ))}
    </ol>
  );
}

function Invitation({
  invitation,
  resent,
}: {
  invitation: NonNullable<MadeRequestDetail['invitation']>;
  resent: boolean;
}) {
  const { t } = useTranslation('requests');
  const { id, email, isOpen, isAccepted } = invitation;
  const standing = isAccepted ? 'invitationAccepted' : isOpen ? 'invitationOpen' : 'invitationClosed';
  return (
    <Stack gap={6} mt="md" align="flex-start">
      <Text size="sm" fw={600}>
        {t('request.invitation')}
      </Text>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {t(`request.${standing}`, { email })}
      </Text>
      {resent && (
        <Text size="sm" role="status">
          {t('request.resent')}
        </Text>
      )}
      {!isAccepted && (
        <Form method="post">
          <input type="hidden" name="intent" value="resend" />
          <input type="hidden" name="invitationId" value={id} />
          <Button type="submit" variant="default" size="xs">
            {t('request.resend')}
          </Button>
        </Form>
      )}
    </Stack>
  );
}
