import { useTranslation } from 'react-i18next';
import { formatEmissions, formatShare } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './contribution-figure.module.css';
import type { PartOfTotal } from './diagram.ts';

interface ContributionFigureProps {
  readonly part: PartOfTotal | null;
  /** What to say where there is no figure. */
  readonly none: string;
  /** Secondary data are hatched, here as everywhere. */
  readonly isHatched?: boolean;
}

/** What a node adds to the footprint, in kg and as a share, with a small bar. */
export function ContributionFigure({ part, none, isHatched = false }: ContributionFigureProps) {
  const { t } = useTranslation('processFlow');
  const language = useLanguage();
  if (!part) return <span className={classes.figure}>{none}</span>;
  return (
    <>
      <span className={classes.bar} data-hatched={isHatched || undefined} aria-hidden>
        <span style={{ width: `${Math.min(100, Math.abs(part.share) * 100)}%` }} />
      </span>
      <span
        className={classes.figure}
        title={t('a11y.figure', {
          emissions: formatEmissions(part.kgCO2e, language),
          share: formatShare(part.share, language),
        })}
      >
        {formatEmissions(part.kgCO2e, language)} · {formatShare(part.share, language)}
      </span>
    </>
  );
}
