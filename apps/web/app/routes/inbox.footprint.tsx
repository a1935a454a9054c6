import { Button, FileButton, NativeSelect, Radio, Stack, Text, TextInput } from '@mantine/core';
import { gwpSets } from '@slipstream/quantity';
import { enterFootprint, openRequest } from '@slipstream/services';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { data, Form, redirect, useNavigation } from 'react-router';
import { z } from 'zod';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { RefusalAlert } from '../components/refusal-alert.tsx';
import { found, type Refusal, refusal, requireContext } from '../door.ts';
import { sendFile } from '../files/send-file.ts';
import { useFindingText } from '../i18n/use-finding-text.ts';
import { useUnitText } from '../i18n/use-unit-text.ts';
import type { Route } from './+types/inbox.footprint';

const typed = z.string().max(100).default('');
const form = z.object({
  kgCO2e: typed,
  boundary: typed,
  period: typed,
  dataQualityScore: typed,
  primaryDataSharePercent: typed,
  gwpSet: z.enum(['', ...gwpSets]).default(''),
  evidenceId: z.uuid().optional(),
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const received = await found(openRequest(requireContext(context, request), { requestId: params.id }));
  const itemId = new URL(request.url).searchParams.get('item');
  const item = received.items.find(({ id }) => id === itemId) ?? received.items[0];
  if (!item) throw data(null, { status: 404 });
  return { requestId: received.id, item };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const ctx = requireContext(context, request);
  const itemId = new URL(request.url).searchParams.get('item') ?? undefined;
  const entered = form.parse(Object.fromEntries(await request.formData()));
  try {
    await enterFootprint(ctx, { requestId: params.id, itemId, entered });
    return redirect(`/inbox/${params.id}/preview`);
  } catch (error) {
    return refusal(error);
  }
}

export default function Footprint({ loaderData, actionData }: Route.ComponentProps) {
  const { requestId, item } = loaderData;
  const { t } = useTranslation('supplier');
  const textOf = useFindingText();
  const unitText = useUnitText();
  const busy = useNavigation().state !== 'idle';
  const refused: Refusal | undefined = actionData?.refused;
  const faultOf = (field: string) => {
    const finding = refused?.findings.find(({ path }) => path[0] === field);
    return finding ? textOf(finding) : undefined;
  };
  const atFields = refused?.findings.some(({ code }) => code.startsWith('enteredFootprint.'));
  return (
    <>
      <PageHeader
        trail={[
          { label: t('inbox.title'), to: '/inbox' },
          { label: item.name, to: `/inbox/${requestId}` },
        ]}
        title={t('figure.title')}
        about={t('figure.about', { item: item.name })}
      />
      <Panels>
        <Panel span={7}>
          <Form method="post">
            <Stack gap={22} maw={480}>
              {!atFields && <RefusalAlert refused={refused} />}
              <TextInput
                name="kgCO2e"
                label={t('figure.value', { unit: unitText(item.declaredUnit) })}
                description={t('figure.valueHint')}
                inputMode="decimal"
                rightSection={<Text size="sm">kg CO₂e</Text>}
                rightSectionWidth={80}
                error={faultOf('kgCO2e')}
                required
              />
              <Radio.Group name="boundary" label={t('figure.boundary')} error={faultOf('boundary')} required>
                <Stack gap={8} mt={8}>
                  <Radio value="B2B" label={t('figure.boundaries.B2B')} />
                  <Radio value="B2C" label={t('figure.boundaries.B2C')} />
                </Stack>
              </Radio.Group>
              <TextInput
                name="period"
                label={t('figure.period')}
                description={t('sheet.periodHint')}
                error={faultOf('period')}
                required
              />
              <TextInput
                name="primaryDataSharePercent"
                label={t('figure.primary')}
                description={t('figure.primaryHint')}
                inputMode="decimal"
                rightSection={<Text size="sm">%</Text>}
                error={faultOf('primaryDataSharePercent')}
              />
              <TextInput
                name="dataQualityScore"
                label={t('figure.score')}
                description={t('figure.scoreHint')}
                inputMode="decimal"
                error={faultOf('dataQualityScore')}
              />
              <NativeSelect
                name="gwpSet"
                label={t('figure.gwp')}
                data={[
                  { value: '', label: t('figure.gwpUnknown') },
                  ...gwpSets.map((set) => ({ value: set, label: `IPCC ${set}` })),
                ]}
              />
              <Evidence />
              <Button type="submit" loading={busy} size="md">
                {t('figure.save')}
              </Button>
            </Stack>
          </Form>
        </Panel>
      </Panels>
    </>
  );
}

function Evidence() {
  const { t } = useTranslation(['supplier', 'common']);
  const [file, setFile] = useState<{ readonly id: string; readonly fileName: string }>();
  const [status, setStatus] = useState<string>();
  const [refused, setRefused] = useState<Refusal>();
  const attach = async (chosen: File | null) => {
    if (!chosen) return;
    setFile(undefined);
    setRefused(undefined);
    const outcome = await sendFile<{ id: string; fileName: string }>('/uploads/evidence', chosen, (percent) =>
      setStatus(t('common:upload.sending', { name: chosen.name, percent })),
    );
    if ('answer' in outcome) {
      setFile(outcome.answer);
      setStatus(t('supplier:figure.attached', { file: outcome.answer.fileName }));
    } else if ('refused' in outcome) {
      setRefused(outcome.refused);
      setStatus(undefined);
    } else setStatus(t('common:upload.broken'));
  };
  return (
    <div>
      <Text size="sm" fw={500}>
        {t('supplier:figure.evidence')}
      </Text>
      <Text size="xs" c="dimmed" mb={8}>
        {t('supplier:figure.evidenceHint')}
      </Text>
      <FileButton onChange={attach}>
        {(props) => (
          <Button variant="default" {...props}>
            {t('supplier:figure.choose')}
          </Button>
        )}
      </FileButton>
      <RefusalAlert refused={refused} />
      <Text size="sm" role="status" mt={6}>
        {status}
      </Text>
      {file && <input type="hidden" name="evidenceId" value={file.id} />}
    </div>
  );
}
