import { Button } from '@mantine/core';
import { answerModes, confidentialityLevels } from '@slipstream/programme';
import { addDays, dayInTaiwan } from '@slipstream/quantity';
import { createSupplierRequest, listMembers, listSuppliers, sendSupplierRequest } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { data, Link, redirect } from 'react-router';
import { z } from 'zod';
import { EmptyState } from '../components/empty-state.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { type Refusal, refusal, requireSignedIn } from '../door.ts';
import { readerLanguage } from '../i18n/reader-language.ts';
import { AskForm, type RefusedRequest } from '../requests/ask-form.tsx';
import { requireLeadFirm } from '../requests/lead-firm.ts';
import { isAskable } from '../requests/open-request.ts';
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
  const refusals: RefusedRequest[] = [];
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
      <AskForm {...loaderData} answer={actionData} />
    </>
  );
}
