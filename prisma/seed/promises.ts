import {
  foundAlliance,
  inviteToAlliance,
  joinAlliance,
  reportYear,
  requestAllianceRelease,
  type ServiceContext,
  setReductionTarget,
} from '@slipstream/services';
import { runJobs } from './people.ts';
import type { Joined } from './programme.ts';

/** Emissions of the base year 2021 in t CO2e, per cent promised by 2030, and what each year from 2022 on reports. */
interface Promise2030 {
  readonly base: number;
  readonly percent: number;
  readonly reported: readonly number[];
  /** t CO2e that a change of method took off the last year; blank where nothing changed. */
  readonly methodChange?: number;
}

const promises: readonly Promise2030[] = [
  { base: 118_000, percent: 30, reported: [115_200, 110_900, 106_300, 99_400] },
  { base: 6_150, percent: 35, reported: [6_020, 5_700, 5_390, 4_980] },
  { base: 84_300, percent: 20, reported: [84_900, 83_100, 81_700, 79_900], methodChange: -1_900 },
  { base: 12_400, percent: 42, reported: [12_100, 11_200, 10_350, 9_480] },
  { base: 9_870, percent: 25, reported: [9_650, 9_410, 9_020, 8_760] },
  { base: 15_600, percent: 25, reported: [15_750, 15_300, 14_980, 14_720] },
  { base: 4_320, percent: 30, reported: [4_260, 4_080, 3_890, 3_740], methodChange: -60 },
  { base: 21_500, percent: 28, reported: [21_100, 20_500, 19_600, 18_900] },
  { base: 7_040, percent: 30, reported: [6_930, 6_800, 6_610, 6_420] },
  { base: 5_210, percent: 25, reported: [5_160, 5_020, 4_850, 4_690] },
];

/** The first suppliers of the programme promise their customer a cut and report their years. */
export async function promise(lead: ServiceContext, joined: readonly Joined[]): Promise<void> {
  for (const [index, { base, percent, reported, methodChange }] of promises.entries()) {
    const supplier = joined[index]?.clerk;
    if (!supplier) return;
    const { id: targetId } = await setReductionTarget(supplier, {
      partnerId: lead.actor.organizationId,
      horizon: 'mid',
      entry: {
        baseYear: '民國110年',
        targetYear: '2030',
        reductionPercent: String(percent),
        baseTonnes: String(base),
      },
    });
    for (const [after, tonnes] of reported.entries()) {
      const isLast = after === reported.length - 1;
      await reportYear(supplier, {
        targetId,
        entry: {
          year: String(2022 + after),
          tonnes: String(tonnes),
          methodChange: isLast && methodChange ? String(methodChange) : '',
        },
        note: isLast && methodChange ? '電力改用新公告的排放係數。' : '',
      });
    }
  }
}

/** The association's alliance: everybody who joined the programme said yes, and two years are released. */
export async function ally(
  association: ServiceContext,
  leads: readonly ServiceContext[],
  joined: readonly Joined[],
): Promise<void> {
  const { id: allianceId } = await foundAlliance(association, { name: '金屬加工低碳聯盟' });
  const members = [
    ...leads.map((ctx) => ({ ctx, role: 'leadFirm' as const })),
    ...joined.map(({ clerk }) => ({ ctx: clerk, role: 'supplier' as const })),
  ];
  for (const { ctx, role } of members) {
    await inviteToAlliance(association, { allianceId, memberId: ctx.actor.organizationId, role });
    await joinAlliance(ctx, { allianceId });
  }
  for (const year of ['2024', '2025']) {
    await requestAllianceRelease(association, { allianceId, year });
    await runJobs(association);
  }
}
