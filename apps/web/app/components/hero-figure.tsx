import type { ReactNode } from 'react';
import { formatAmount } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './hero-figure.module.css';

interface HeroFigureProps {
  readonly value: number;
  readonly unit: string;
  /** Ends of the uncertainty band, with their name, e.g. "95 % interval". */
  readonly band?: { readonly low: number; readonly high: number; readonly name: string } | undefined;
  readonly children?: ReactNode;
}

/** The one number of a page, with its unit and its band. */
export function HeroFigure({ value, unit, band, children }: HeroFigureProps) {
  const language = useLanguage();
  return (
    <div>
      <p className={classes.figure}>
        {formatAmount(value, language)} <span className={classes.unit}>{unit}</span>
      </p>
      {band && <Band value={value} {...band} />}
      {children}
    </div>
  );
}

function Band({ value, low, high, name }: { value: number; low: number; high: number; name: string }) {
  const language = useLanguage();
  const reach = Math.max(high - value, value - low) * 1.6 || 1;
  const at = (x: number) => `${50 + ((x - value) / reach) * 50}%`;
  return (
    <>
      <div className={classes.track} aria-hidden>
        <b style={{ left: at(low), right: `calc(100% - ${at(high)})` }} />
        <i style={{ left: at(value) }} />
      </div>
      <div className={classes.ends}>
        <span>{formatAmount(low, language)}</span>
        <span>{name}</span>
        <span>{formatAmount(high, language)}</span>
      </div>
    </>
  );
}
