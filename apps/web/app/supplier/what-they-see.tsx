import type { ConfidentialityLevel } from '@slipstream/programme';
import { useTranslation } from 'react-i18next';
import classes from './request.module.css';

/** What the asking firm will and will not see at a level, in plain words. */
export function WhatTheySee(props: {
  readonly name: string;
  readonly unit: string;
  readonly level: ConfidentialityLevel;
}) {
  const { t } = useTranslation('supplier');
  const { name, unit, level } = props;
  return (
    <>
      <div className={classes.see}>
        <div>
          <h3>{t('request.sees', { name })}</h3>
          <ul>
            <li>{t('request.seesNumber', { unit })}</li>
            <li>{t('request.seesScope')}</li>
            {level !== 'footprintOnly' && <li>{t('request.seesStages')}</li>}
            {level === 'full' && <li>{t('request.seesLines')}</li>}
          </ul>
        </div>
        <div>
          <h3>{t('request.seesNot', { name })}</h3>
          <ul>
            {level !== 'full' && <li>{t('request.hidesLines')}</li>}
            <li>{t('request.hidesAmounts')}</li>
            <li>{t('request.hidesFiles')}</li>
            <li>{t('request.hidesCustomers')}</li>
          </ul>
        </div>
      </div>
      <p className={classes.yours}>{t('request.yours')}</p>
    </>
  );
}
