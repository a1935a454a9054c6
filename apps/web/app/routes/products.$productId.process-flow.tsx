import { Button } from '@mantine/core';
import { getDrawing } from '@slipstream/services';
import { TRPCClientError } from '@trpc/client';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, type ShouldRevalidateFunctionArgs } from 'react-router';
import { useApi } from '../api.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { found, idIn, type Refusal, requireContext } from '../door.ts';
import type { FactorSearch } from '../process-flow/factor-picker.tsx';
import { type Drawing, ProcessFlowEditor } from '../process-flow/process-flow-editor.tsx';
import type { SaveOutcome } from '../process-flow/use-autosave.ts';
import type { Route } from './+types/products.$productId.process-flow';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const ctx = requireContext(context, request);
  return { drawing: await found(getDrawing(ctx, { productId: idIn(params.productId) })) };
}

/** The canvas keeps its own state: what it saves must not load the page anew under it. */
export function shouldRevalidate({ currentParams, nextParams }: ShouldRevalidateFunctionArgs) {
  return currentParams.productId !== nextParams.productId;
}

export default function ProcessFlow({ loaderData: { drawing }, params }: Route.ComponentProps) {
  const { t } = useTranslation('products');
  const api = useApi();
  const { productId } = params;
  const { draft, positions, version, productName, supplierNames, supplierRelations, requests } = drawing;
  const initial = useMemo(() => ({ draft, positions }), [draft, positions]);
  const save = useCallback(
    async (changed: Drawing, madeOn: number): Promise<SaveOutcome> => {
      try {
        const saved = await api.drawing.save.mutate({ ...changed, productId, version: madeOn });
        return { kind: 'saved', version: saved.version };
      } catch (error) {
        const refused: Refusal | null = error instanceof TRPCClientError ? error.data?.refusal : null;
        if (!refused) throw error;
        return refused.code === 'conflict' ? { kind: 'conflict' } : { kind: 'refused', refused };
      }
    },
    [api, productId],
  );
  const searchFactors = useCallback<FactorSearch>(
    (query, signal) => api.factor.search.query({ query: query.slice(0, 200) }, { signal }),
    [api],
  );
  return (
    <>
      <PageHeader
        title={t('flow.title')}
        about={t('flow.about')}
        trail={[
          { label: t('list.title'), to: '/products' },
          { label: productName, to: `/products/${productId}` },
        ]}
        actions={
          <Button component={Link} to={`/products/${productId}`} variant="default">
            {t('flow.back')}
          </Button>
        }
      />
      <ProcessFlowEditor
        key={productId}
        drawing={initial}
        version={version}
        supplierNames={supplierNames}
        supplierRelations={supplierRelations}
        requests={requests}
        searchFactors={searchFactors}
        save={save}
      />
    </>
  );
}
