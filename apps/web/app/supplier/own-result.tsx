import { Button, Text } from '@mantine/core';
import type { ReceivedRequestView, SharePreview } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { HeroFigure } from '../components/hero-figure.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { StageBar } from '../components/stage-bar.tsx';
import { StateTag } from '../components/state-tag.tsx';
import { formatAmount, formatShare } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useUnitText } from '../i18n/use-unit-text.ts';
import classes from './result.module.css';
import { useLineName } from './use-line-name.ts';

interface OwnResultProps {
  readonly request: ReceivedRequestView;
  readonly result: SharePreview;
  /** Who asked. */
  readonly name: string;
}

const shownLines = 5;

/** What the supplier keeps after sending: its own result on one page. */
export function OwnResult({ request, result, name }: OwnResultProps) {
  const { t } = useTranslation(['supplier', 'terms']);
  const language = useLanguage();
  const lineName = useLineName();
  const unitText = useUnitText();
  return (
    <>
      <PageHeader
        trail={[{ label: t('supplier:inbox.title'), to: '/inbox' }]}
        title={t('supplier:result.title')}
        about={
          <>
            {t('supplier:result.about', { name, level: t(`terms:confidentiality.${result.level}`) })}{' '}
            <StateTag tone={request.state === 'approved' ? 'good' : 'ours'}>
              {t(`supplier:inbox.state.${request.state}`)}
            </StateTag>
          </>
        }
        actions={
          <>
            <Button variant="default" onClick={() => window.print()}>
              {t('supplier:result.print')}
            </Button>
            <LinkButton to="/sharing" variant="default">
              {t('supplier:result.manage')}
            </LinkButton>
          </>
        }
      />
      <Panels>
        {result.items.map(({ id, name: itemName, declaredUnit, held }) => {
          if (!held) return null;
          const total = held.footprint.kgCO2e;
          const lines = [...held.lines].sort((one, other) => other.kgCO2e - one.kgCO2e).slice(0, shownLines);
          return (
            <Panel key={id} title={itemName}>
              <HeroFigure value={total} unit={t('supplier:result.unit', { unit: unitText(declaredUnit) })} />
              {held.stageTotals.length > 0 && (
                <div className={classes.stages}>
                  <Text component="h3" size="sm" fw={600}>
                    {t('supplier:result.stages')}
                  </Text>
                  <StageBar
                    parts={held.stageTotals.map(({ stage, kgCO2e }) => ({
                      stage,
                      kgCO2e,
                      share: total === 0 ? 0 : kgCO2e / total,
                    }))}
                  />
                </div>
              )}
              {lines.length > 0 && (
                <div className={classes.stages}>
                  <Text component="h3" size="sm" fw={600}>
                    {t('supplier:result.largest')}
                  </Text>
                  <ol className={classes.lines}>
                    {lines.map((line) => (
                      <li key={line.id}>
                        <span>{lineName(line)}</span>
                        <b>{formatAmount(line.kgCO2e, language)} kg</b>
                        <span>{total === 0 ? '' : formatShare(line.kgCO2e / total, language)}</span>
                      </li>
                    ))}
                  </ol>
                </div>
              )}
            </Panel>
          );
        })}
      </Panels>
    </>
  );
}
