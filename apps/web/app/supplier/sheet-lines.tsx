import { useTranslation } from 'react-i18next';
import { formatAmount } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useUnitText } from '../i18n/use-unit-text.ts';
import classes from './sheet.module.css';
import type { SheetPage } from './sheet-findings.tsx';

/** The lines of the sheet that stands: what, how much, in which stage, by which factor. */
export function SheetLines({ page }: { readonly page: SheetPage }) {
  const { t } = useTranslation(['supplier', 'footprint']);
  const language = useLanguage();
  const unitText = useUnitText();
  return (
    <ul className={classes.lines}>
      {page.sheet?.lines.map((line) => {
        const perUnit = line.allocation?.perUnit;
        const amount = line.amount ?? perUnit?.value ?? null;
        return (
          <li key={line.lineNumber}>
            <span>{line.name}</span>
            <span>
              {line.status === 'notApplicable'
                ? t('supplier:sheet.notApplicable')
                : amount === null
                  ? t('supplier:sheet.unknown')
                  : t('supplier:sheet.lineAmount', {
                      amount: formatAmount(amount, language),
                      unit: unitText(line.unit ?? perUnit?.unit ?? ''),
                    })}
            </span>
            <span>{line.stage ? t(`footprint:stage.${line.stage}`) : ''}</span>
            <span>
              {line.factor?.value != null &&
                `× ${formatAmount(line.factor.value, language)} ${unitText(line.factor.unitText ?? line.factor.unit ?? '')}`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
