import { Stack, Text } from '@mantine/core';
import type { FootprintPage, FootprintResult, ShownOpenInput } from '@slipstream/services';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../api.tsx';
import { MoreButton } from '../components/more-button.tsx';
import { useMore } from '../components/use-more.ts';
import { formatAmount } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useUnitText } from '../i18n/use-unit-text.ts';
import classes from './open-inputs.module.css';

interface OpenInputsProps {
  readonly result: FootprintResult;
  readonly supplierNames: FootprintPage['supplierNames'];
}

const portion = 60;

/** The inputs a footprint is without, each with what it lacks. */
export function OpenInputs({ result, supplierNames }: OpenInputsProps) {
  const { calculationId, open, openInputs, origins } = result;
  const { t } = useTranslation('products');
  const language = useLanguage();
  const unitText = useUnitText();
  const api = useApi();
  const [further, setFurther] = useState({ names: {}, places: {} } as {
    readonly names: FootprintPage['supplierNames'];
    readonly places: FootprintResult['origins']['places'];
  });
  const load = useCallback(
    async (offset: number) => {
      const next = await api.productFootprint.openInputs.query({ calculationId, offset });
      setFurther((before) => ({
        names: { ...before.names, ...next.supplierNames },
        places: { ...before.places, ...next.origins.places },
      }));
      return next.lines;
    },
    [api, calculationId],
  );
  const list = useMore(open, openInputs, load);
  const names = { ...supplierNames, ...further.names };
  const placeOf = ({ exchange }: ShownOpenInput) => {
    const place = further.places[exchange] ?? origins.places[exchange];
    return place && t('bill.place', { ...place });
  };
  const why = ({ amount, reason }: ShownOpenInput) => {
    if (amount === null) return t('footprint.openReason.amount');
    if (reason?.kind === 'massUnknown') return t('footprint.openReason.massUnknown', { word: reason.word });
    return t(reason?.kind === 'noMatch' ? 'footprint.openReason.noMatch' : 'footprint.openReason.other');
  };
  return (
    <>
      <ul className={classes.open}>
        {list.items.map((input) => (
          <li key={`${input.process} ${input.exchange}`}>
            <Stack gap={0}>
              <b>{input.name}</b>
              <Text size="xs" c="dimmed">
                {[
                  input.amount === null
                    ? null
                    : `${formatAmount(input.amount, language)} ${unitText(input.unit)}`,
                  names[input.supplier ?? ''],
                  placeOf(input),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </Stack>
            <Text size="sm">{why(input)}</Text>
          </li>
        ))}
      </ul>
      <MoreButton {...list} count={openInputs} portion={portion} />
    </>
  );
}
