import { Button, NativeSelect, Stack } from '@mantine/core';
import { listTargets, setReductionTarget } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Form, redirect, useNavigation } from 'react-router';
import { z } from 'zod';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { RefusalAlert } from '../components/refusal-alert.tsx';
import { useFieldErrors } from '../components/use-field-errors.ts';
import { refusal, requireContext } from '../door.ts';
import { targetSide } from '../targets/side.ts';
import { TargetFields, targetEntry, targetHorizon } from '../targets/target-fields.tsx';
import type { Route } from './+types/targets.new';

const form = targetEntry.extend({ partnerId: z.uuid(), horizon: targetHorizon });

export async function loader({ context, request }: Route.LoaderArgs) {
  const side = targetSide(context, request);
  const { partners } = await listTargets(requireContext(context, request));
  if (partners.length === 0) throw redirect('/targets');
  return { side, partners };
}

export async function action({ context, request }: Route.ActionArgs) {
  const ctx = requireContext(context, request);
  const { partnerId, horizon, ...entry } = form.parse(Object.fromEntries(await request.formData()));
  try {
    const { id } = await setReductionTarget(ctx, { partnerId, horizon, entry });
    return redirect(`/targets/${id}`);
  } catch (error) {
    return refusal(error);
  }
}

export default function NewTarget({ loaderData, actionData }: Route.ComponentProps) {
  const { side, partners } = loaderData;
  const { t } = useTranslation('targets');
  const busy = useNavigation().state !== 'idle';
  const refused = actionData?.refused;
  const errorOf = useFieldErrors(refused);
  return (
    <>
      <PageHeader
        title={t('form.newTitle')}
        about={t('form.newAbout')}
        trail={[{ label: t('title'), to: '/targets' }]}
      />
      <Panels>
        <Panel span={7}>
          <Form method="post">
            <Stack>
              <RefusalAlert refused={refused && { ...refused, findings: [] }} />
              <NativeSelect
                name="partnerId"
                label={t(`form.partner.${side}`)}
                data={partners.map(({ organizationId, name }) => ({ value: organizationId, label: name }))}
              />
              <TargetFields errorOf={errorOf} />
              <Button type="submit" loading={busy} style={{ alignSelf: 'flex-start' }}>
                {t('form.save')}
              </Button>
            </Stack>
          </Form>
        </Panel>
      </Panels>
    </>
  );
}
