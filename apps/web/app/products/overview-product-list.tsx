import type { OverviewProduct } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StageStrip } from '../components/stage-bar.tsx';
import { formatAmount, formatShare, inReadableMass } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useUnitText } from '../i18n/use-unit-text.ts';
import { FootprintState } from './footprint-state.tsx';
import classes from './product-row.module.css';

// A share stays on the line of its stage.
const noBreak = '\u00a0';

/** Products with what is known of each: the figure in its band, and which stages it comes from. */
export function OverviewProductList({ products }: { products: readonly OverviewProduct[] }) {
  return (
    <ul className={classes.list}>
      {products.map((product) => (
        <li key={product.id}>
          <OneProduct product={product} />
        </li>
      ))}
    </ul>
  );
}

function OneProduct({ product }: { product: OverviewProduct }) {
  const { t } = useTranslation(['products', 'footprint']);
  const language = useLanguage();
  const unitText = useUnitText();
  const { id, name, code, declaredUnit, knownKgCo2e, band, stages, openInputs, isStale } = product;
  const parts = stages.map(({ stage, kgCO2e }) => ({
    stage,
    kgCO2e,
    share: kgCO2e === null || !knownKgCo2e ? 0 : kgCO2e / knownKgCo2e,
  }));
  const mass = inReadableMass(knownKgCo2e ?? 0);
  const perUnit = t('products:list.perUnit', {
    amount: declaredUnit.amount,
    unit: unitText(declaredUnit.unit),
  });
  return (
    <Link to={`/products/${id}`} className={classes.row ?? ''} data-stages>
      <span className={classes.name}>
        <b>{name}</b>
        <small>{code === name ? perUnit : `${code} · ${perUnit}`}</small>
      </span>
      <span className={classes.stages}>
        <StageStrip parts={parts} isSmall />
        <small>
          {parts
            .map(({ stage, kgCO2e, share }) =>
              [
                t(`footprint:stage.${stage}`),
                kgCO2e === null ? t('footprint:notEntered.label') : formatShare(share, language),
              ].join(noBreak),
            )
            .join(' · ')}
        </small>
      </span>
      <span className={classes.figure}>
        {knownKgCo2e === null ? (
          '–'
        ) : (
          <>
            {openInputs > 0 && '≥ '}
            {formatAmount(mass.of(knownKgCo2e), language)} <small>{mass.unit} CO₂e</small>
          </>
        )}
        <small>
          {band &&
            `${formatAmount(mass.of(band.low), language)} – ${formatAmount(mass.of(band.high), language)}`}
        </small>
      </span>
      <FootprintState isStale={isStale} kgCo2e={knownKgCo2e} openInputs={openInputs} />
    </Link>
  );
}
