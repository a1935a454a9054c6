import { Alert, Anchor, Button, Stack, Text } from '@mantine/core';
import type { NextStep, OpenInput, ProductFootprint } from '@slipstream/footprint';
import { type FootprintPage, getProductFootprint } from '@slipstream/services';
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
      boundary: t(`footprint.boundary.${result?.footprint.business ?? 'B2B'}`),
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

type Result = NonNullable<FootprintPage['result']>;

function Footprint({
  product,
  result,
  flowPath,
}: {
  product: FootprintPage;
  result: Result;
  flowPath: string;
}) {
  const { t } = useTranslation('products');
  const { footprint, band, open } = result;
  const { contributions } = footprint;
  const unitText = useUnitText();
  const { amount, unit } = product.statedUnit;
  const unitOf = { amount, unit: unitText(unit), name: product.name };
  const isWhole = open.length === 0;
  const mass = inReadableMass(footprint.total);
  return (
    <>
      {!isWhole && (
        <Alert color="amber" mb="md" className={classes.open ?? ''}>
          {t('footprint.openNote', { count: open.length })}{' '}
          <Anchor href="#open-inputs" inherit c="inherit" td="underline" fw={600}>
            {t('footprint.openNoteLink')}
          </Anchor>
        </Alert>
      )}
      <Panels>
        <Panel title={t(isWhole ? 'footprint.perUnit' : 'footprint.knownPart', unitOf)} span={4}>
          <HeroFigure
            value={mass.of(footprint.total)}
            unit={t('footprint.unit', { mass: mass.unit })}
            band={
              band
                ? { low: mass.of(band.low), high: mass.of(band.high), name: t('footprint.band') }
                : undefined
            }
          >
            <Reading footprint={footprint} product={product} result={result} flowPath={flowPath} />
          </HeroFigure>
        </Panel>
        <Panel title={t('footprint.stages')} span={8}>
          <StageBar
            enterAt={flowPath}
            parts={footprint.byStage.map(({ key, emissions, sharePercent }) => ({
              stage: key,
              kgCO2e: contributions.some(({ stage }) => stage === key) ? emissions : null,
              share: (sharePercent ?? 0) / 100,
            }))}
          />
          {footprint.isPartial && (
            <Text size="sm" c="dimmed" mt="xs">
              {t('footprint.outOfScope')}
            </Text>
          )}
          {contributions.length > 1 && (
            <div className={classes.chart}>
              <LargestInputsChart contributions={contributions} />
            </div>
          )}
        </Panel>
        <Panel title={t('footprint.holders')} span={8}>
          <Text size="sm" c="dimmed" mb="xs">
            {t('footprint.holdersDetail')}
          </Text>
          <ContributionTable contributions={contributions} {...product} />
        </Panel>
        <Panel title={t('footprint.next')} span={4}>
          <NextSteps steps={result.nextSteps} product={product} />
        </Panel>
        {!isWhole && (
          <Panel title={t('footprint.open')}>
            <Text size="sm" c="dimmed" mb="xs" id="open-inputs">
              {t('footprint.openDetail')}
            </Text>
            <OpenInputs open={open} product={product} />
          </Panel>
        )}
      </Panels>
    </>
  );
}

function Reading({
  footprint,
  product,
  result: { dataQuality },
  flowPath,
}: {
  footprint: ProductFootprint;
  product: FootprintPage;
  result: Result;
  flowPath: string;
}) {
  const { t } = useTranslation('products');
  const language = useLanguage();
  const { primaryDataSharePercent: primary } = footprint;
  const primaryShare = primary === null ? null : formatShare(primary / 100, language);
  const hasOwn = footprint.contributions.some(
    ({ supplier, stage }) => supplier === null && stage !== 'rawMaterial',
  );
  return (
    <dl className={classes.reading}>
      <div>
        <dt>{t('footprint.primaryShare')}</dt>
        <dd>
          {primaryShare === null
            ? t('footprint.primaryShareNone')
            : product.primaryDataShareIsLeast
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

function NextSteps({ steps, product }: { steps: readonly NextStep[]; product: FootprintPage }) {
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

function OpenInputs({ open, product }: { open: readonly OpenInput[]; product: FootprintPage }) {
  const { t } = useTranslation('products');
  const language = useLanguage();
  const unitText = useUnitText();
  const placeOf = ({ exchange }: OpenInput) => {
    const place = product.places[exchange];
    return place && t('bill.place', { ...place });
  };
  const why = ({ exchange, amount }: OpenInput) => {
    const reason = product.reasons[exchange];
    if (amount === null) return t('footprint.openReason.amount');
    if (reason?.kind === 'massUnknown') return t('footprint.openReason.massUnknown', { word: reason.word });
    return t(reason?.kind === 'noMatch' ? 'footprint.openReason.noMatch' : 'footprint.openReason.other');
  };
  return (
    <ul className={classes.openInputs}>
      {open.map((input) => (
        <li key={`${input.process} ${input.exchange}`}>
          <Stack gap={0}>
            <b>{input.name}</b>
            <Text size="xs" c="dimmed">
              {[
                input.amount === null
                  ? null
                  : `${formatAmount(input.amount, language)} ${unitText(input.unit)}`,
                product.supplierNames[input.supplier ?? ''],
                placeOf(input),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </Stack>
          <Text size="sm">{why(input)}</Text>
        </li>
      ))}
    </ul>
  );
}
