import { Alert, Button, Collapse, Radio, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { ConfidentialityLevel } from '@slipstream/programme';
import {
  acceptRequest,
  declineRequest,
  invite,
  previewShare,
  resumeRequest,
  reuseAnswer,
} from '@slipstream/services';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { data, Form, useNavigation } from 'react-router';
import { z } from 'zod';
import { LinkButton } from '../components/link-button.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { RefusalAlert } from '../components/refusal-alert.tsx';
import { found, refusal, requireContext } from '../door.ts';
import { formatAmount } from '../i18n/format.ts';
import { readerLanguage } from '../i18n/reader-language.ts';
import { useDate } from '../i18n/use-date.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useUnitText } from '../i18n/use-unit-text.ts';
import { AnswerLanes } from '../supplier/answer-lanes.tsx';
import { OwnResult } from '../supplier/own-result.tsx';
import classes from '../supplier/request.module.css';
import { ReuseAnswer } from '../supplier/reuse-answer.tsx';
import { WhatTheySee } from '../supplier/what-they-see.tsx';
import type { Route } from './+types/inbox.request';

const form = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('accept'),
    level: z.enum(['footprintOnly', 'stageTotals', 'full']),
    fillerId: z.string().max(40).default(''),
    reviewerId: z.string().max(40).default(''),
  }),
  z.object({ intent: z.literal('decline'), reason: z.string().max(2000) }),
  z.object({ intent: z.literal('resume') }),
  z.object({ intent: z.literal('reuse'), itemId: z.uuid(), fromItemId: z.uuid() }),
  z.object({ intent: z.literal('invite'), email: z.email().max(254) }),
]);

const sentStates: readonly string[] = ['submitted', 'underReview', 'approved', 'superseded'];

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const ctx = requireContext(context, request);
  const { request: received, ...preview } = await found(previewShare(ctx, { requestId: params.id }));
  return { request: received, result: sentStates.includes(received.state) ? preview : null };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const ctx = requireContext(context, request);
  const input = form.parse(Object.fromEntries(await request.formData()));
  const requestId = params.id;
  try {
    if (input.intent === 'accept') await acceptRequest(ctx, { requestId, ...input });
    else if (input.intent === 'decline') await declineRequest(ctx, { requestId, reason: input.reason });
    else if (input.intent === 'resume') await resumeRequest(ctx, { requestId });
    else if (input.intent === 'reuse') await reuseAnswer(ctx, { requestId, ...input });
    else {
      await invite(ctx, {
        organizationId: ctx.actor.organizationId,
        email: input.email,
        roles: ['reviewer'],
        language: readerLanguage(context, request),
        landingPath: `/inbox/${requestId}`,
      });
      return data({ invited: input.email });
    }
    return null;
  } catch (error) {
    return refusal(error);
  }
}

export default function ReceivedRequest({ loaderData, actionData }: Route.ComponentProps) {
  const { request, result } = loaderData;
  const { t } = useTranslation(['supplier', 'terms']);
  const language = useLanguage();
  const dateOf = useDate();
  const unitText = useUnitText();
  const [level, setLevel] = useState(request.levelChosen ?? request.levelsOffered[0] ?? 'footprintOnly');
  const name = (language === 'en' && request.askedByEnglish) || request.askedBy;
  const [first] = request.items;
  if (result) return <OwnResult request={request} result={result} name={name} />;

  const isOpen = ['sent', 'accepted', 'inProgress'].includes(request.state);
  const isMine = request.state === 'sent' || request.fillerId === request.me;
  const due = request.dueDate
    ? t('supplier:inbox.due', { date: dateOf(request.dueDate) })
    : t('supplier:inbox.noDue');
  const personOf = (id: string | null) =>
    request.members.find(({ userId }) => userId === id)?.name ?? t('supplier:request.nobody');
  return (
    <div className={classes.page}>
      <PageHeader
        trail={[{ label: t('supplier:inbox.title'), to: '/inbox' }]}
        title={
          request.items.length > 1
            ? t('supplier:request.questionMany', { count: request.items.length })
            : t('supplier:request.question', {
                unit: unitText(first?.declaredUnit ?? ''),
                item: first?.name ?? '',
              })
        }
        about={
          <>
            {t('supplier:request.asks', { name })} · {t('supplier:request.facts', { due })}
            {request.isOverdue && <b className={classes.overdue}> · {t('supplier:inbox.overdue')}</b>}
          </>
        }
      />
      <Stack gap={14}>
        <RefusalAlert refused={actionData && 'refused' in actionData ? actionData.refused : undefined} />
        {request.state === 'declined' && <Alert color="gray">{t('supplier:request.declined')}</Alert>}
        {request.state === 'cancelled' && <Alert color="gray">{t('supplier:request.closed')}</Alert>}
        {request.state === 'returned' && (
          <Alert color="amber" title={t('supplier:request.returned', { name })}>
            <Stack align="flex-start" gap={10}>
              <Text size="sm">{request.returnComment}</Text>
              {request.fillerId === request.me && (
                <OneButton intent="resume" label={t('supplier:request.resume')} />
              )}
            </Stack>
          </Alert>
        )}
      </Stack>
      <Panels>
        {request.message && (
          <Panel title={t('supplier:request.message')}>
            <Text className={classes.message ?? ''}>{request.message}</Text>
          </Panel>
        )}
        {isOpen && (
          <Panel title={t('supplier:request.lanes')}>
            {request.items.map((item) => (
              <section key={item.id} className={classes.item} aria-label={item.name}>
                {request.items.length > 1 && <h3>{item.name}</h3>}
                {(item.answer || item.blockingChecks > 1) && (
                  <p className={classes.answer}>
                    {item.answer
                      ? t('supplier:request.answered', {
                          value: formatAmount(item.answer.kgCO2e, language),
                          unit: unitText(item.declaredUnit),
                        })
                      : t('supplier:request.blocked', { count: item.blockingChecks })}
                  </p>
                )}
                {isMine && <AnswerLanes requestId={request.id} itemId={item.id} mode={request.mode} />}
                {isMine && <ReuseAnswer itemId={item.id} answers={item.reusable} />}
              </section>
            ))}
            {request.items.every(({ answer }) => answer) ? (
              <LinkButton to={`/inbox/${request.id}/preview`} fullWidth size="md">
                {t('supplier:request.preview')}
              </LinkButton>
            ) : (
              <Text size="sm" c="dimmed">
                {t('supplier:request.previewHint')}
              </Text>
            )}
          </Panel>
        )}
        <Panel>
          <WhatTheySee
            name={name}
            unit={unitText(first?.declaredUnit ?? '')}
            level={request.levelChosen ?? level}
          />
        </Panel>
        {request.state === 'sent' && (
          <Consent
            request={request}
            level={level}
            onLevel={setLevel}
            invited={actionData && 'invited' in actionData ? actionData.invited : undefined}
          />
        )}
        {request.fillerId && (
          <Text size="sm" c="dimmed" className={classes.people ?? ''}>
            {t('supplier:request.people', {
              filler: personOf(request.fillerId),
              reviewer: personOf(request.reviewerId),
            })}
          </Text>
        )}
        {request.state === 'sent' && <Decline />}
      </Panels>
    </div>
  );
}

type Received = Route.ComponentProps['loaderData']['request'];

function OneButton({ intent, label }: { intent: string; label: string }) {
  const busy = useNavigation().state !== 'idle';
  return (
    <Form method="post">
      <Button type="submit" name="intent" value={intent} loading={busy}>
        {label}
      </Button>
    </Form>
  );
}

function Consent({
  request,
  level: chosen,
  onLevel,
  invited,
}: {
  request: Received;
  level: ConfidentialityLevel;
  onLevel: (level: ConfidentialityLevel) => void;
  invited: string | undefined;
}) {
  const { t } = useTranslation(['supplier', 'terms']);
  const busy = useNavigation().state !== 'idle';
  const holds = (roles: readonly string[], wanted: readonly string[]) =>
    roles.some((role) => wanted.includes(role));
  const fillers = request.members.filter(({ roles }) => holds(roles, ['owner', 'manager', 'filler']));
  const reviewers = request.members.filter(({ roles }) => holds(roles, ['owner', 'manager', 'reviewer']));
  const me = fillers.find(({ userId }) => userId === request.me)?.userId ?? fillers[0]?.userId ?? null;
  const second = reviewers.find(({ userId }) => userId !== me)?.userId ?? null;
  const choices = (people: typeof fillers) =>
    people.map(({ userId, name }) => ({ value: userId, label: name }));
  if (request.members.length < 2 || !second)
    return (
      <Panel title={t('supplier:request.alone')}>
        <Stack maw={420}>
          <Text size="sm" c="dimmed">
            {t('supplier:request.aloneDetail')}
          </Text>
          {invited && (
            <Alert color="teal" role="status">
              {t('supplier:request.invited', { email: invited })}
            </Alert>
          )}
          <Form method="post">
            <input type="hidden" name="intent" value="invite" />
            <Stack>
              {/* Empty for the next one as soon as one is invited. */}
              <TextInput
                key={invited}
                name="email"
                type="email"
                label={t('supplier:request.inviteEmail')}
                required
              />
              <Button type="submit" variant="default" loading={busy}>
                {t('supplier:request.invite')}
              </Button>
            </Stack>
          </Form>
        </Stack>
      </Panel>
    );
  return (
    <Panel title={t('supplier:request.consent')}>
      <Form method="post">
        <input type="hidden" name="intent" value="accept" />
        <Stack maw={520}>
          <Text size="sm" c="dimmed">
            {t('supplier:request.consentDetail')}
          </Text>
          <Radio.Group
            name="level"
            label={t('supplier:request.level')}
            value={chosen}
            onChange={(value) => onLevel(value as ConfidentialityLevel)}
          >
            <Stack gap={10} mt={8}>
              {request.levelsOffered.map((level) => (
                <Radio
                  key={level}
                  value={level}
                  label={t(`terms:confidentiality.${level}`)}
                  description={t(`terms:confidentialityMeaning.${level}`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          <Select
            name="fillerId"
            label={t('supplier:request.filler')}
            data={choices(fillers)}
            defaultValue={me}
            allowDeselect={false}
          />
          <Select
            name="reviewerId"
            label={t('supplier:request.reviewer')}
            data={choices(reviewers)}
            defaultValue={second}
            allowDeselect={false}
          />
          <Button type="submit" loading={busy}>
            {t('supplier:request.accept')}
          </Button>
        </Stack>
      </Form>
    </Panel>
  );
}

function Decline() {
  const { t } = useTranslation('supplier');
  const busy = useNavigation().state !== 'idle';
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={classes.decline}>
      <Button variant="subtle" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
        {t('request.decline')}
      </Button>
      <Collapse expanded={isOpen}>
        <Form method="post">
          <input type="hidden" name="intent" value="decline" />
          <Stack maw={520} mt={10}>
            <Textarea
              name="reason"
              label={t('request.declineReason')}
              required
              autosize
              minRows={3}
              maxLength={2000}
            />
            <Button type="submit" variant="default" loading={busy}>
              {t('request.declineAction')}
            </Button>
          </Stack>
        </Form>
      </Collapse>
    </div>
  );
}
