import type { LifeCycleStage } from '@slipstream/footprint';
import { useTranslation } from 'react-i18next';
import { formatEmissions, formatShare } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './stage-bar.module.css';

export interface StagePart {
  readonly stage: LifeCycleStage;
  readonly kgCO2e: number;
  /** Share of the total, 0 to 1. */
  readonly share: number;
}

const narrowest = 0.09;

/** Where a footprint comes from, stage by stage, in the order of a life; each stage keeps its colour everywhere. */
export function StageBar({ parts }: { parts: readonly StagePart[] }) {
  const { t } = useTranslation('footprint');
  const language = useLanguage();
  const shown = parts.filter((part) => part.share > 0);
  return (
    <div>
      <div className={classes.bar} aria-hidden>
        {shown.map((part) => (
          <div key={part.stage} data-stage={part.stage} style={{ flexGrow: part.share }}>
            {part.share >= narrowest && formatShare(part.share, language)}
          </div>
        ))}
      </div>
      <ul className={classes.key}>
        {parts.map((part) => (
          <li key={part.stage}>
            <i data-stage={part.stage} aria-hidden />
            {t(`stage.${part.stage}`)} <b>{formatEmissions(part.kgCO2e, language)}</b>{' '}
            {formatShare(part.share, language)}
          </li>
        ))}
      </ul>
    </div>
  );
}
