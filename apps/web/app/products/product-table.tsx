import type { ProductSummary } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatEmissions } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useUnitText } from '../i18n/use-unit-text.ts';
import { FootprintState } from './footprint-state.tsx';
import classes from './product-row.module.css';

/** Products with their figures; cards on phones. */
export function ProductTable({ products }: { products: readonly ProductSummary[] }) {
  const { t } = useTranslation('products');
  const language = useLanguage();
  const unitText = useUnitText();
  return (
    <ul className={classes.list}>
      {products.map((product) => (
        <li key={product.id}>
          <Link to={`/products/${product.id}`} className={classes.row ?? ''}>
            <span className={classes.name}>
              <b>{product.name}</b>
              <small>
                {product.code === product.name ? '' : `${product.code} · `}
                {t('list.parts', { count: product.parts })}
              </small>
            </span>
            <span className={classes.figure}>
              {product.knownKgCo2e === null ? (
                '–'
              ) : (
                <>
                  {product.kgCo2e === null && '≥ '}
                  {formatEmissions(product.knownKgCo2e, language)} <small>CO₂e</small>
                </>
              )}
              <small>
                {t('list.perUnit', {
                  amount: product.declaredUnit.amount,
                  unit: unitText(product.declaredUnit.unit),
                })}
              </small>
            </span>
            <FootprintState {...product} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
