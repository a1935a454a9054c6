import type { Contribution } from '@slipstream/footprint';
import type { FactorReason, FootprintPage } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { StateTag } from '../components/state-tag.tsx';
import { formatAmount, formatShare } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useUnitText } from '../i18n/use-unit-text.ts';
import classes from './contribution-table.module.css';
import { useFactorText } from './use-factor-text.ts';

type Explained = Pick<FootprintPage, 'reasons' | 'supplierNames' | 'places'>;

interface ContributionTableProps extends Explained {
  readonly contributions: readonly Contribution[];
}

/** Who holds the answer: what each supplier and the own site cause, down to activity × factor of every line. */
export function ContributionTable({ contributions, ...explained }: ContributionTableProps) {
  const { t } = useTranslation('products');
  const language = useLanguage();
  const groups = [...Map.groupBy(contributions, holderOf)].map(([holder, lines]) => ({
    holder,
    lines,
    emissions: lines.reduce((sum, line) => sum + line.emissions, 0),
    share: lines.reduce((sum, line) => sum + (line.sharePercent ?? 0), 0) / 100,
  }));
  const sorted = groups.sort((one, other) => Math.abs(other.emissions) - Math.abs(one.emissions));
  const largest = Math.abs(sorted[0]?.share ?? 0) || 1;
  const nameOf = (holder: string) =>
    holder === own
      ? t('footprint.own')
      : holder === unnamed
        ? t('footprint.unnamed')
        : (explained.supplierNames[holder] ?? holder);
  return (
    <div className={classes.holders}>
      {sorted.map(({ holder, lines, emissions, share }) => (
        <details key={holder} className={classes.holder}>
          <summary>
            <span className={classes.name}>
              <b>{nameOf(holder)}</b>
              <small>
                {lines.length === 1 ? lines[0]?.name : t('footprint.lines', { count: lines.length })}
              </small>
            </span>
            <span className={classes.kg}>
              {formatAmount(emissions, language)} <small>kg</small>
            </span>
            <span className={classes.share}>
              <i
                data-data={dataOf(lines)}
                style={{ width: `${Math.max(1, (Math.abs(share) / largest) * 100)}%` }}
                aria-hidden
              />
              <span>{formatShare(share, language)}</span>
            </span>
            <DataTag data={dataOf(lines)} />
          </summary>
          <ul className={classes.lines}>
            {lines.map((line) => (
              <li key={`${line.process} ${line.exchange} ${line.leg}`}>
                <Line line={line} {...explained} />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}

const own = 'own';
const unnamed = 'unnamed';

function holderOf({ supplier, stage }: Contribution): string {
  return supplier ?? (stage === 'rawMaterial' ? unnamed : own);
}

type Data = 'supplier' | 'primary' | 'secondary';

function dataOf(lines: readonly Contribution[]): Data {
  if (lines.every(({ kind }) => kind === 'sealed')) return 'supplier';
  return lines.every(({ primaryShare }) => primaryShare === 1) ? 'primary' : 'secondary';
}

function DataTag({ data }: { data: Data }) {
  const { t } = useTranslation('products');
  return <StateTag tone={data === 'secondary' ? 'quiet' : 'ours'}>{t(`footprint.data.${data}`)}</StateTag>;
}

/** One line in full: activity × factor = emissions, with all that says where each comes from. */
function Line({ line, reasons, places }: { line: Contribution } & Explained) {
  const { t } = useTranslation(['products', 'terms']);
  const language = useLanguage();
  const unitText = useUnitText();
  const factorText = useFactorText();
  const { factor } = line;
  const unit = unitText(line.unit);
  const per = line.amount === 0 ? 0 : line.emissions / line.amount;
  const reason = line.exchange === null ? undefined : reasons[line.exchange];
  const place = line.exchange === null ? undefined : places[line.exchange];
  return (
    <details className={classes.line}>
      <summary>
        <span>{line.name}</span>
        <span className={classes.kg}>
          {formatAmount(line.emissions, language)} <small>kg</small>
        </span>
      </summary>
      <p className={classes.equation}>
        <span>
          {formatAmount(line.amount, language)} {unit}
        </span>
        <i>×</i>
        <span>
          {formatAmount(per, language)} kg CO₂e/{unit}
        </span>
        <i>=</i>
        <b>{formatAmount(line.emissions, language)} kg CO₂e</b>
      </p>
      <dl className={classes.facts}>
        {factor ? (
          <>
            <Fact name={t('products:footprint.explain.factor')}>{factorText(factor).name}</Fact>
            <Fact name={t('products:footprint.explain.source')} lang={factorText(factor).sourceLang}>
              {t('products:footprint.explain.sourceOf', {
                source: factorText(factor).source,
                type: t(`terms:factorSourceType.${factor.sourceType}`),
              })}
            </Fact>
            {factor.referenceYear !== undefined && (
              <Fact name={t('products:footprint.explain.year')}>{factor.referenceYear}</Fact>
            )}
            <Fact name={t('products:footprint.explain.edition')}>{factor.version}</Fact>
            <Fact name={t('products:footprint.explain.boundary')}>
              {t(`terms:factorBoundary.${factor.boundary}`)}
            </Fact>
            <Fact name={t('products:footprint.explain.reason')}>
              <ReasonText reason={reason} />
            </Fact>
          </>
        ) : (
          <Fact name={t('products:footprint.explain.factor')}>{t('products:footprint.explain.sealed')}</Fact>
        )}
        {place && (
          <Fact name={t('products:footprint.explain.place')}>{t('products:bill.place', { ...place })}</Fact>
        )}
        <Fact name={t('products:footprint.explain.evidence')}>
          {line.evidence.length === 0 ? t('products:footprint.explain.evidenceNone') : line.evidence.length}
        </Fact>
      </dl>
    </details>
  );
}

function ReasonText({ reason }: { reason: FactorReason | undefined }) {
  const { t } = useTranslation('products');
  if (reason?.kind !== 'word') return t('footprint.explain.reasonPerson');
  const { word, place, candidates } = reason;
  const kind = candidates === 1 ? 'reasonOnly' : 'reasonWord';
  return t(`footprint.explain.${kind}.${place}`, { word, candidates });
}

function Fact(props: { name: string; lang?: 'en' | undefined; children: React.ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd lang={props.lang}>{props.children}</dd>
    </div>
  );
}
