import type { LifeCycleStage } from '@slipstream/footprint';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatEmissions, formatShare } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './stage-bar.module.css';

export interface StagePart {
  readonly stage: LifeCycleStage;
  /** Null where nothing is entered: not known, which is not zero. */
  readonly kgCO2e: number | null;
  /** Share of the total, 0 to 1. */
  readonly share: number;
}

interface StageBarProps {
  readonly parts: readonly StagePart[];
  /** Where a stage that nobody has entered can be entered. */
  readonly enterAt?: string;
}

const narrowest = 0.09;

/** Where a footprint comes from, stage by stage, in the order of a life; each stage keeps its colour everywhere. */
export function StageBar({ parts, enterAt }: StageBarProps) {
  const { t } = useTranslation('footprint');
  const language = useLanguage();
  return (
    <div>
      <StageStrip parts={parts} />
      <ul className={classes.key}>
        {parts.map((part) => (
          <li key={part.stage}>
            <i data-stage={part.stage} data-unknown={part.kgCO2e === null || undefined} aria-hidden />
            {t(`stage.${part.stage}`)}{' '}
            {part.kgCO2e === null ? (
              <NotEntered {...(enterAt !== undefined && { enterAt })} />
            ) : (
              <>
                <b>{formatEmissions(part.kgCO2e, language)}</b> {formatShare(part.share, language)}
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function NotEntered({ enterAt }: { enterAt?: string }) {
  const { t } = useTranslation('footprint');
  return (
    <>
      <b>{t('notEntered.label')}</b>
      {enterAt && (
        <>
          {' '}
          <Link to={enterAt}>{t('notEntered.action')}</Link>
        </>
      )}
    </>
  );
}

/** The bar alone, for eyes only: what it shows stands beside it in words. */
export function StageStrip({ parts, isSmall = false }: { parts: readonly StagePart[]; isSmall?: boolean }) {
  const language = useLanguage();
  return (
    <div className={classes.bar} data-small={isSmall || undefined} aria-hidden>
      {parts
        .filter(({ share }) => share > 0)
        .map(({ stage, share }) => (
          <div key={stage} data-stage={stage} style={{ flexGrow: share }}>
            {!isSmall && share >= narrowest && formatShare(share, language)}
          </div>
        ))}
    </div>
  );
}
