import { Alert, Anchor, Button, Text } from '@mantine/core';
import {
  type FootprintPage,
  type FootprintResult,
  getProductFootprint,
  type ShownStep,
} from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Link, useRouteLoaderData } from 'react-router';
import { EmptyState } from '../components/empty-state.tsx';
import { FindingList } from '../components/finding-list.tsx';
import { HeroFigure } from '../components/hero-figure.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { StageBar } from '../components/stage-bar.tsx';
import { found, idIn, requireContext } from '../door.ts';
import { formatAmount, formatDate, formatEmissions, formatShare, inReadableMass } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useUnitText } from '../i18n/use-unit-text.ts';
import { useProgress } from '../live/use-progress.ts';
import { ContributionTable } from '../products/contribution-table.tsx';
import { LargestInputsChart } from '../products/largest-inputs-chart.tsx';
import { NextStepList } from '../products/next-step-list.tsx';
import { OpenInputs } from '../products/open-inputs.tsx';
import type { loader as rootLoader } from '../root.tsx';
import type { Route } from './+types/products.$productId';
import classes from './products.$productId.module.css';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const ctx = requireContext(context, request);
  return { product: await found(getProductFootprint(ctx, { productId: idIn(params.productId) })) };
}

export default function ProductPage({ loaderData: { product } }: Route.ComponentProps) {
  const { t } = useTranslation('products');
  const language = useLanguage();
  const calendar = useRouteLoaderData<typeof rootLoader>('root')?.calendar ?? 'gregorian';
  const unitText = useUnitText();
  useProgress(product.isStale ? { of: 'productFootprint', productId: product.id } : null);
  const { result, statedUnit: declaredUnit, calculatedAt } = product;
  const flowPath = `/products/${product.id}/process-flow`;
  const about = [
    t('footprint.about', {
      boundary: t(`footprint.boundary.${result?.business ?? 'B2B'}`),
      amount: declaredUnit.amount,
      unit: unitText(declaredUnit.unit),
    }),
    ...(calculatedAt
      ? [t('footprint.calculatedAt', { date: formatDate(calculatedAt, language, calendar) })]
      : []),
    ...(product.version > 0 ? [t('footprint.version', { version: product.version })] : []),
  ].join(' · ');
  return (
    <>
      <PageHeader
        title={product.name}
        about={about}
        trail={[{ label: t('list.title'), to: '/products' }]}
        actions={
          <>
            <Button component={Link} to={`/products/${product.id}/declared-unit`} variant="subtle">
              {t('declaredUnit.title')}
            </Button>
            <Button component={Link} to={`/products/${product.id}/bill-of-materials`} variant="default">
              {t('bill.title')}
            </Button>
            <Button component={Link} to={flowPath} variant="default">
              {t('footprint.processFlow')}
            </Button>
          </>
        }
      />
      {product.isStale && result && (
        <Alert color="teal" role="status" mb="md">
          {t('footprint.stale')}
        </Alert>
      )}
      {result ? (
        <Footprint product={product} result={result} flowPath={flowPath} />
      ) : product.isStale ? (
        <EmptyState title={t('footprint.pending.title')} detail={t('footprint.pending.detail')} />
      ) : (
        <Panels>
          <Panel>
            <EmptyState
              title={t('footprint.noAnswer.title')}
              detail={t('footprint.noAnswer.detail')}
              action={
                <Button component={Link} to={flowPath}>
                  {t('footprint.noAnswer.action')}
                </Button>
              }
            />
            <FindingList title={t('footprint.noAnswer.title')} findings={product.findings} />
          </Panel>
        </Panels>
      )}
    </>
  );
}

function Footprint({
  product,
  result,
  flowPath,
}: {
  product: FootprintPage;
  result: FootprintResult;
  flowPath: string;
}) {
  const { t } = useTranslation('products');
  const { band, openInputs } = result;
  const unitText = useUnitText();
  const { amount, unit } = product.statedUnit;
  const unitOf = { amount, unit: unitText(unit), name: product.name };
  const isWhole = openInputs === 0;
  const mass = inReadableMass(result.total);
  return (
    <>
      {!isWhole && (
        <Alert color="amber" mb="md" className={classes.open ?? ''}>
          {t('footprint.openNote', { count: openInputs })}{' '}
          <Anchor href="#open-inputs" inherit c="inherit" td="underline" fw={600}>
            {t('footprint.openNoteLink')}
          </Anchor>
        </Alert>
      )}
      <Panels>
        <Panel title={t(isWhole ? 'footprint.perUnit' : 'footprint.knownPart', unitOf)} span={4}>
          <HeroFigure
            value={mass.of(result.total)}
            unit={t('footprint.unit', { mass: mass.unit })}
            band={
              band
                ? { low: mass.of(band.low), high: mass.of(band.high), name: t('footprint.band') }
                : undefined
            }
          >
            <Reading result={result} flowPath={flowPath} />
          </HeroFigure>
        </Panel>
        <Panel title={t('footprint.stages')} span={8}>
          <StageBar
            enterAt={flowPath}
            parts={result.byStage.map(({ stage, kgCO2e, sharePercent }) => ({
              stage,
              kgCO2e,
              share: (sharePercent ?? 0) / 100,
            }))}
          />
          {result.isPartial && (
            <Text size="sm" c="dimmed" mt="xs">
              {t('footprint.outOfScope')}
            </Text>
          )}
          {result.lines > 1 && (
            <div className={classes.chart}>
              <LargestInputsChart lines={result.largest} />
            </div>
          )}
        </Panel>
        <Panel title={t('footprint.holders')} span={8}>
          <Text size="sm" c="dimmed" mb="xs">
            {t('footprint.holdersDetail')}
          </Text>
          <ContributionTable
            key={result.calculationId}
            productId={product.id}
            result={result}
            supplierNames={product.supplierNames}
          />
        </Panel>
        <Panel title={t('footprint.next')} span={4} staysInSight>
          <NextSteps steps={result.nextSteps} product={product} />
        </Panel>
        {!isWhole && (
          <Panel title={t('footprint.open')}>
            <Text size="sm" c="dimmed" mb="xs" id="open-inputs">
              {t('footprint.openDetail')}
            </Text>
            <OpenInputs key={result.calculationId} result={result} supplierNames={product.supplierNames} />
          </Panel>
        )}
      </Panels>
    </>
  );
}

function Reading({ result, flowPath }: { result: FootprintResult; flowPath: string }) {
  const { t } = useTranslation('products');
  const language = useLanguage();
  const { dataQuality, primaryDataSharePercent: primary, hasOwnLines: hasOwn } = result;
  const primaryShare = primary === null ? null : formatShare(primary / 100, language);
  return (
    <dl className={classes.reading}>
      <div>
        <dt>{t('footprint.primaryShare')}</dt>
        <dd>
          {primaryShare === null
            ? t('footprint.primaryShareNone')
            : result.primaryDataShareIsLeast
              ? t('footprint.primaryShareLeast', { share: primaryShare })
              : primaryShare}
        </dd>
      </div>
      <div>
        <dt>{t('footprint.quality')}</dt>
        <dd>
          {dataQuality && dataQuality.gradedPercent > 0
            ? formatAmount(Math.round(dataQuality.score * 10) / 10, language)
            : t('footprint.qualityNone')}
        </dd>
      </div>
      <div data-long>
        <dt>{t('footprint.covers')}</dt>
        <dd>
          {t(hasOwn ? 'footprint.coversAll' : 'footprint.coversBought')}
          {!hasOwn && (
            <Anchor component={Link} to={flowPath} display="block" size="sm">
              {t('footprint.addOwn')}
            </Anchor>
          )}
        </dd>
      </div>
    </dl>
  );
}

const shownSteps = 6;

function NextSteps({ steps, product }: { steps: readonly ShownStep[]; product: FootprintPage }) {
  const { t } = useTranslation('products');
  const language = useLanguage();
  if (steps.length === 0) return <Text c="dimmed">{t('footprint.nextNone')}</Text>;
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('footprint.nextDetail')}
      </Text>
      <NextStepList
        {...product}
        steps={steps.slice(0, shownSteps).map((step) => ({
          ...step,
          productId: product.id,
          worth: `± ${formatEmissions(step.gain, language)}`,
        }))}
      />
    </>
  );
}
