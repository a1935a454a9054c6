import { Anchor, Text } from '@mantine/core';
import type { LatestRequest, ShownStep } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isUnderWay } from '../requests/open-request.ts';
import { RequestState } from '../requests/request-state.tsx';
import classes from './next-step-list.module.css';

/** A step with what it is worth, in words, and the product it is for. */
export interface ListedStep extends Pick<ShownStep, 'kind' | 'supplier' | 'line' | 'lineCount' | 'name'> {
  readonly worth: string;
  readonly productId: string;
  /** Where steps of several products stand together. */
  readonly productName?: string;
  readonly otherProducts?: number;
}

interface NextStepListProps {
  readonly steps: readonly ListedStep[];
  readonly supplierNames: Readonly<Record<string, string>>;
  readonly supplierRelations: Readonly<Record<string, string>>;
  readonly requests: Readonly<Record<string, LatestRequest>>;
}

const ours = ['submitted', 'underReview'];

/** What is most worth doing next; each step leads to where it is done, or to the request that is under way. */
export function NextStepList({ steps, supplierNames, supplierRelations, requests }: NextStepListProps) {
  const { t } = useTranslation('products');
  return (
    <ol className={classes.steps}>
      {steps.map((step) => {
        const {
          kind,
          supplier,
          line,
          lineCount,
          name,
          worth,
          productId,
          productName,
          otherProducts = 0,
        } = step;
        const latest = supplier === null ? undefined : requests[supplier];
        const request = latest && isUnderWay(latest.state) ? latest : undefined;
        const relation = supplier === null ? undefined : supplierRelations[supplier];
        const action = !request ? kind : ours.includes(request.state) ? 'reviewAnswer' : 'waitForSupplier';
        const to = request
          ? `/requests/${request.id}`
          : relation
            ? `/suppliers/ask?supplier=${relation}`
            : `/products/${productId}/process-flow`;
        return (
          <li key={`${kind} ${supplier} ${productId} ${line}`}>
            <b>{worth}</b>
            <div>
              <Anchor component={Link} to={to} size="sm">
                {t(`footprint.nextStep.${action}`, {
                  supplier: supplierNames[supplier ?? ''] ?? '',
                  line: name,
                })}
              </Anchor>
              <Text size="xs" c="dimmed">
                {request && <RequestState state={request.state} />}{' '}
                {[
                  productName,
                  otherProducts > 0 && t('footprint.nextOthers', { count: otherProducts }),
                  kind === 'askSupplier' && !productName && t('footprint.lines', { count: lineCount }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
