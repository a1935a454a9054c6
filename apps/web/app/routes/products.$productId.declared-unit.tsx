import { Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import { declaredUnitMeanings, getProduct, setDeclaredUnit } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Form, Link, redirect, useNavigation } from 'react-router';
import { z } from 'zod';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { RefusalAlert } from '../components/refusal-alert.tsx';
import { useFieldErrors } from '../components/use-field-errors.ts';
import { found, idIn, refusal, requireContext } from '../door.ts';
import { useUnitText } from '../i18n/use-unit-text.ts';
import type { Route } from './+types/products.$productId.declared-unit';

const form = z.object({ declaredUnit: z.string().max(200), meaning: z.enum(declaredUnitMeanings) });

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const ctx = requireContext(context, request);
  const product = await found(getProduct(ctx, { productId: idIn(params.productId) }));
  return { product, meanings: [...declaredUnitMeanings] };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const ctx = requireContext(context, request);
  const productId = idIn(params.productId);
  const entry = form.parse(Object.fromEntries(await request.formData()));
  try {
    await setDeclaredUnit(ctx, { productId, ...entry });
    return redirect(`/products/${productId}`);
  } catch (error) {
    return refusal(error);
  }
}

export default function DeclaredUnit({ loaderData, actionData }: Route.ComponentProps) {
  const { product, meanings } = loaderData;
  const { t } = useTranslation('products');
  const unitText = useUnitText();
  const busy = useNavigation().state !== 'idle';
  const refused = actionData?.refused;
  const errorOf = useFieldErrors(refused);
  const path = `/products/${product.id}`;
  const present = `${product.declaredUnit.amount} ${unitText(product.declaredUnit.unit)}`;
  return (
    <>
      <PageHeader
        title={t('declaredUnit.title')}
        about={t('declaredUnit.about', { name: product.name, present })}
        trail={[
          { label: t('list.title'), to: '/products' },
          { label: product.name, to: path },
        ]}
      />
      <Panels>
        <Panel span={7}>
          <Form method="post">
            <Stack gap="lg">
              <RefusalAlert refused={refused && { ...refused, findings: [] }} />
              <TextInput
                name="declaredUnit"
                label={t('declaredUnit.field')}
                description={t('declaredUnit.hint')}
                defaultValue={present}
                error={errorOf('declaredUnit')}
                required
              />
              <Radio.Group name="meaning" label={t('declaredUnit.meaning')} defaultValue="amounts">
                <Stack gap="sm" mt="xs">
                  {meanings.map((meaning) => (
                    <Radio
                      key={meaning}
                      value={meaning}
                      label={t(`declaredUnit.meanings.${meaning}.label`)}
                      description={t(`declaredUnit.meanings.${meaning}.detail`)}
                    />
                  ))}
                </Stack>
              </Radio.Group>
              <Group>
                <Button type="submit" loading={busy}>
                  {t('declaredUnit.save')}
                </Button>
                <Button component={Link} to={path} variant="subtle">
                  {t('declaredUnit.cancel')}
                </Button>
              </Group>
            </Stack>
          </Form>
        </Panel>
      </Panels>
    </>
  );
}
