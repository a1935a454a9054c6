import type { FootprintPage, FootprintResult, HolderTotal, ShownLine } from '@slipstream/services';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../api.tsx';
import { MoreButton } from '../components/more-button.tsx';
import { StateTag } from '../components/state-tag.tsx';
import { useMore } from '../components/use-more.ts';
import { formatAmount, formatShare } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './contribution-table.module.css';
import { FootprintLine } from './footprint-line.tsx';

interface ContributionTableProps {
  readonly productId: string;
  readonly result: FootprintResult;
  readonly supplierNames: FootprintPage['supplierNames'];
}

/** So many holders, and so many lines of one, come at once when more are asked for. */
const moreHolders = 100;
const moreLines = 60;

/**
 * Who holds the answer: what each supplier and the own site cause, down to activity × factor of every line. The page
 * brings the largest holders and lines; the others are read when somebody wants to see them.
 */
export function ContributionTable({ productId, result, supplierNames }: ContributionTableProps) {
  const { calculationId, holders } = result;
  const { t } = useTranslation('products');
  const api = useApi();
  const [furtherNames, setFurtherNames] = useState<FootprintPage['supplierNames']>({});
  const load = useCallback(
    async (offset: number) => {
      const next = await api.productFootprint.holders.query({ calculationId, offset });
      setFurtherNames((before) => ({ ...before, ...next.supplierNames }));
      return next.holders;
    },
    [api, calculationId],
  );
  const list = useMore(holders.first, holders.count, load);
  const names = { ...supplierNames, ...furtherNames };
  const nameOf = (holder: string) =>
    holder === 'own'
      ? t('footprint.own')
      : holder === 'unnamed'
        ? t('footprint.unnamed')
        : (names[holder] ?? holder);
  const largest = Math.abs(list.items[0]?.sharePercent ?? 0) || 1;
  return (
    <>
      <div className={classes.holders}>
        {list.items.map((total) => (
          <Holder
            key={total.holder}
            total={total}
            name={nameOf(total.holder)}
            ofLargest={Math.abs(total.sharePercent) / largest}
            productId={productId}
            result={result}
          />
        ))}
      </div>
      <MoreButton {...list} count={holders.count} portion={moreHolders} />
    </>
  );
}

interface HolderProps {
  readonly productId: string;
  readonly total: HolderTotal;
  readonly name: string;
  /** Its share beside the largest holder's, 0 to 1. */
  readonly ofLargest: number;
  readonly result: FootprintResult;
}

function Holder({ productId, total, name, ofLargest, result }: HolderProps) {
  const { holder, emissions, sharePercent, data } = total;
  const { calculationId, largest, origins } = result;
  const { t } = useTranslation('products');
  const language = useLanguage();
  const api = useApi();
  const [further, setFurther] = useState<FootprintResult['origins']>({ places: {}, answers: {} });
  const load = useCallback(
    async (offset: number) => {
      const next = await api.productFootprint.lines.query({ calculationId, holder, offset });
      setFurther((before) => together(before, next.origins));
      return next.lines;
    },
    [api, calculationId, holder],
  );
  const list = useMore(
    largest.filter((line) => line.holder === holder),
    total.lines,
    load,
  );
  const { places, answers } = together(origins, further);
  return (
    <details
      className={classes.holder}
      onToggle={({ currentTarget }) => {
        // What the page has of a holder may be less than a first portion.
        if (currentTarget.open && list.items.length < Math.min(total.lines, moreLines)) list.more();
      }}
    >
      <summary>
        <span className={classes.name}>
          <b>{name}</b>
          <small>{total.lines === 1 ? total.name : t('footprint.lines', { count: total.lines })}</small>
        </span>
        <span className={classes.kg}>
          {formatAmount(emissions, language)} <small>kg</small>
        </span>
        <span className={classes.share}>
          <i data-data={data} style={{ width: `${Math.max(1, ofLargest * 100)}%` }} aria-hidden />
          <span>{formatShare(sharePercent / 100, language)}</span>
        </span>
        <StateTag tone={data === 'secondary' ? 'quiet' : 'ours'}>{t(`footprint.data.${data}`)}</StateTag>
      </summary>
      <ul className={classes.lines}>
        {list.items.map((line: ShownLine) => (
          <li key={`${line.process} ${line.exchange} ${line.leg}`}>
            <FootprintLine
              productId={productId}
              line={line}
              place={places[line.exchange ?? '']}
              answer={answers[line.study?.studyId ?? '']}
            />
          </li>
        ))}
      </ul>
      <MoreButton {...list} count={total.lines} portion={moreLines} />
    </details>
  );
}

function together(
  one: FootprintResult['origins'],
  other: FootprintResult['origins'],
): FootprintResult['origins'] {
  return { places: { ...one.places, ...other.places }, answers: { ...one.answers, ...other.answers } };
}
