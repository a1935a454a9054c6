import { Button, Text } from '@mantine/core';
import { type FollowedTarget, listTargets } from '@slipstream/services';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../components/empty-state.tsx';
import { HeroFigure } from '../components/hero-figure.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { Panel, Panels } from '../components/panel.tsx';
import { requireContext } from '../door.ts';
import { formatAmount, formatYear } from '../i18n/format.ts';
import { useCalendar } from '../i18n/use-calendar.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { PartnersChart } from '../targets/progress-charts.tsx';
import { targetSide } from '../targets/side.ts';
import { TargetStatusTag } from '../targets/target-status.tsx';
import type { Route } from './+types/targets';
import classes from './targets.module.css';

export async function loader({ context, request }: Route.LoaderArgs) {
  const side = targetSide(context, request);
  return { side, ...(await listTargets(requireContext(context, request))) };
}

const partnersPage = { leadFirm: '/suppliers', supplier: '/inbox' } as const;

export default function Targets({ loaderData }: Route.ComponentProps) {
  const { side, targets, partners, totals } = loaderData;
  const { t } = useTranslation(['targets', 'terms']);
  const language = useLanguage();
  const setTarget = (
    <Button component={Link} to="/targets/new">
      {t('set')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        about={t(`about.${side}`)}
        actions={targets.length > 0 ? setTarget : undefined}
      />
      {targets.length === 0 && partners.length === 0 && (
        <EmptyState
          title={t(`empty.noPartner.${side}.title`)}
          detail={t(`empty.noPartner.${side}.detail`)}
          action={
            <Button component={Link} to={partnersPage[side]}>
              {t(`empty.noPartner.${side}.action`)}
            </Button>
          }
        />
      )}
      {targets.length === 0 && partners.length > 0 && (
        <EmptyState title={t(`empty.${side}.title`)} detail={t(`empty.${side}.detail`)} action={setTarget} />
      )}
      {targets.length > 0 && (
        <Panels>
          {totals && (
            <>
              <Panel title={t('totals.title')} span={4}>
                <HeroFigure value={totals.cutTonnes} unit={t('totals.cut')}>
                  <Text size="sm" c="dimmed" mt="sm">
                    {t('totals.promised', {
                      count: totals.partners,
                      promised: formatAmount(totals.promisedTonnes, language),
                    })}
                  </Text>
                </HeroFigure>
              </Panel>
              <Panel span={8}>
                <PartnersChart targets={targets} />
              </Panel>
            </>
          )}
          <Panel title={t('table.title')}>
            <TargetTable side={side} targets={targets} />
          </Panel>
        </Panels>
      )}
    </>
  );
}

function TargetTable({
  side,
  targets,
}: {
  side: 'leadFirm' | 'supplier';
  targets: readonly FollowedTarget[];
}) {
  const { t } = useTranslation(['targets', 'terms']);
  const language = useLanguage();
  const calendar = useCalendar();
  const year = (value: number) => formatYear(value, language, calendar);
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t(`table.partner.${side}`)}</th>
          <th scope="col">{t('table.latest')}</th>
          <th scope="col" className={classes.number}>
            {t('table.cut')}
          </th>
          <th scope="col">{t('table.status')}</th>
        </tr>
      </thead>
      <tbody>
        {targets.map((target) => (
          <tr key={target.id}>
            <th scope="row">
              <Link to={`/targets/${target.id}`}>{target.partnerName}</Link>
              <span>
                {t(`terms:targetHorizon.${target.horizon}`)}
                {language === 'zh-TW' ? '：' : ': '}
                {t('table.promiseText', {
                  base: year(target.baseYear),
                  target: year(target.targetYear),
                  percent: target.reductionPercent,
                })}
              </span>
            </th>
            <td data-label={t('table.latest')}>
              {target.latest ? year(target.latest.year) : t('table.notYet')}
            </td>
            <td data-label={t('table.cut')} className={classes.number}>
              {target.latest ? formatAmount(target.latest.cutTonnes, language) : '–'}
              {target.latest && (
                <span>
                  {t('table.cutOfPromised', {
                    promised: formatAmount(target.latest.promisedTonnes, language),
                  })}
                </span>
              )}
            </td>
            <td data-label={t('table.status')}>
              <TargetStatusTag status={target.track.status} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
