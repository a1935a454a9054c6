import { Alert, Button } from '@mantine/core';
import { getProduct, type Drawing as StoredDrawing } from '@slipstream/services';
import { TRPCClientError } from '@trpc/client';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, type ShouldRevalidateFunctionArgs } from 'react-router';
import { useApi } from '../api.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { ProgressNote } from '../components/progress-note.tsx';
import { found, idIn, type Refusal, requireContext } from '../door.ts';
import type { FactorSearch } from '../process-flow/factor-picker.tsx';
import { type Drawing, ProcessFlowEditor } from '../process-flow/process-flow-editor.tsx';
import type { SaveOutcome } from '../process-flow/use-autosave.ts';
import type { Route } from './+types/products.$productId.process-flow';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const ctx = requireContext(context, request);
  return { product: await found(getProduct(ctx, { productId: idIn(params.productId) })) };
}

/** The canvas keeps its own state: what it saves must not load the page anew under it. */
export function shouldRevalidate({ currentParams, nextParams }: ShouldRevalidateFunctionArgs) {
  return currentParams.productId !== nextParams.productId;
}

export default function ProcessFlow({ loaderData: { product } }: Route.ComponentProps) {
  const { t } = useTranslation('products');
  return (
    <>
      <PageHeader
        title={t('flow.title')}
        about={t('flow.about')}
        trail={[
          { label: t('list.title'), to: '/products' },
          { label: product.name, to: `/products/${product.id}` },
        ]}
        actions={
          <Button component={Link} to={`/products/${product.id}`} variant="default">
            {t('flow.back')}
          </Button>
        }
      />
      <Canvas key={product.id} productId={product.id} />
    </>
  );
}

/**
 * The canvas, once its drawing is there: drawings of thousands of parts come behind the page, not in it, and nothing of
 * a canvas can be drawn before the scripts are there anyway.
 */
function Canvas({ productId }: { readonly productId: string }) {
  const { t } = useTranslation(['products', 'common']);
  const api = useApi();
  const [drawing, setDrawing] = useState<StoredDrawing | 'failed' | null>(null);
  const read = useCallback(
    (signal?: AbortSignal) => {
      setDrawing(null);
      api.drawing.read.query({ productId }, { ...(signal && { signal }) }).then(setDrawing, () => {
        if (!signal?.aborted) setDrawing('failed');
      });
    },
    [api, productId],
  );
  useEffect(() => {
    const leaving = new AbortController();
    read(leaving.signal);
    return () => leaving.abort();
  }, [read]);
  if (drawing === 'failed')
    return (
      <Alert color="red" role="alert">
        {t('products:flow.failed')}{' '}
        <Button size="compact-sm" variant="default" onClick={() => read()}>
          {t('common:actions.retry')}
        </Button>
      </Alert>
    );
  if (drawing === null)
    return (
      <div data-awaits>
        <ProgressNote text={t('products:flow.reading')} share={null} />
      </div>
    );
  return <Editor productId={productId} drawing={drawing} />;
}

function Editor({ productId, drawing }: { readonly productId: string; readonly drawing: StoredDrawing }) {
  const api = useApi();
  const { draft, positions, version, supplierNames, supplierRelations, requests } = drawing;
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
    <ProcessFlowEditor
      drawing={initial}
      version={version}
      supplierNames={supplierNames}
      supplierRelations={supplierRelations}
      requests={requests}
      searchFactors={searchFactors}
      save={save}
    />
  );
}
