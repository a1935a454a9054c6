import { Alert, Anchor, Group, Stack, Text } from '@mantine/core';
import {
  approveRequest,
  cancelRequest,
  getRequest,
  remindSupplier,
  resendInvitation,
  returnRequest,
  switchReminders,
  takeRequest,
} from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { data, Link } from 'react-router';
import { z } from 'zod';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { RefusalAlert } from '../components/refusal-alert.tsx';
import { StateTag } from '../components/state-tag.tsx';
import { found, refusal } from '../door.ts';
import { useDate } from '../i18n/use-date.ts';
import { CancelRequest } from '../requests/cancel-request.tsx';
import { DisclosedAnswer } from '../requests/disclosed-answer.tsx';
import { requireLeadFirm } from '../requests/lead-firm.ts';
import { NextStep } from '../requests/next-step.tsx';
import { Reminders } from '../requests/reminders.tsx';
import { RequestHistory, RequestInvitation } from '../requests/request-history.tsx';
import { RequestedItems, RequestTerms } from '../requests/request-items.tsx';
import { RequestState } from '../requests/request-state.tsx';
import type { Route } from './+types/requests.$requestId';

const comment = z.string().max(4000).optional();
const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('take') }),
  z.object({ intent: z.literal('approve'), comment }),
  z.object({ intent: z.literal('return'), comment: z.string().max(4000) }),
  z.object({ intent: z.literal('cancel'), comment }),
  z.object({ intent: z.literal('remind') }),
  z.object({ intent: z.literal('reminders'), isOn: z.enum(['on', '']).default('') }),
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
      case 'remind':
        await remindSupplier(ctx, { requestId });
        break;
      case 'reminders':
        await switchReminders(ctx, { requestId, isOn: input.isOn === 'on' });
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

const mayAnswer: readonly string[] = ['sent', 'accepted', 'inProgress', 'returned'];

export default function RequestPage({ loaderData, actionData }: Route.ComponentProps) {
  const { request } = loaderData;
  const { t } = useTranslation(['requests', 'terms']);
  const dateOf = useDate();
  const done = actionData && 'done' in actionData ? actionData.done : undefined;
  const refused = actionData && 'refused' in actionData ? actionData.refused : undefined;
  // Whoever decides has seen what it is about.
  const decides = request.allowed.includes('approve');
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
            {request.daysOverdue > 0 && (
              <StateTag tone="bad">{t('requests:board.late', { count: request.daysOverdue })}</StateTag>
            )}
            {request.dueDate && <span>{t('requests:request.due', { date: dateOf(request.dueDate) })}</span>}
            {request.recipientName && (
              <span>{t('requests:request.recipient', { name: request.recipientName })}</span>
            )}
          </Group>
        }
        actions={request.allowed.includes('cancel') && <CancelRequest name={request.supplierName} />}
      />
      <Stack gap="md" mb={refused || done === 'approve' ? 'md' : 0}>
        <RefusalAlert refused={refused} />
        {done === 'approve' && (
          <Alert color="teal" role="status">
            {t('requests:request.approved')}{' '}
            <Anchor component={Link} to="/products" inherit td="underline">
              {t('requests:request.toProducts')}
            </Anchor>
          </Alert>
        )}
      </Stack>
      <Panels>
        {!decides && <NextStep request={request} />}
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
        {decides && <NextStep request={request} />}
        <Panel title={t('requests:request.items')} span={7}>
          <RequestedItems items={request.items} />
          <RequestTerms request={request} />
          {answered.length > 0 && (
            <Text size="xs" c="dimmed" mt="md">
              {t('requests:request.looked')}
            </Text>
          )}
        </Panel>
        <Panel title={t('requests:request.history')} span={5}>
          <RequestHistory request={request} />
          {request.reminders && (
            <Reminders
              reminders={request.reminders}
              mayDecide={request.allowed.length > 0}
              wasReminded={done === 'remind'}
            />
          )}
          {request.invitation && request.state === 'sent' && (
            <RequestInvitation invitation={request.invitation} resent={done === 'resend'} />
          )}
        </Panel>
      </Panels>
    </>
  );
}
