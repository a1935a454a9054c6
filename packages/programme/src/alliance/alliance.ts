import { dayInTaiwan, errorAt } from '@slipstream/quantity';
import { commentGiven, defineMachine, type Guard, type StateOf } from '@slipstream/state-machine';
import { type TargetHorizon, targetHorizons } from '../target/reduction-target.ts';

export const allianceFindingCodes = [
  'alliance.leadFirmMissing',
  'alliance.memberMissing',
  'alliance.horizonWithoutTarget',
  'alliance.reviewedThisYear',
] as const;

const firmsJoined: Guard<{ readonly leadFirms: number; readonly members: number }> = ({
  leadFirms,
  members,
}) => [
  ...(leadFirms >= 1 ? [] : [errorAt('alliance.leadFirmMissing', ['facts', 'leadFirms'])]),
  ...(members >= 1 ? [] : [errorAt('alliance.memberMissing', ['facts', 'members'])]),
];
const everyHorizonSet: Guard<{ readonly horizons: readonly TargetHorizon[] }> = ({ horizons }) =>
  targetHorizons
    .filter((horizon) => !horizons.includes(horizon))
    .map((horizon) => errorAt('alliance.horizonWithoutTarget', ['facts', 'horizons'], { horizon }));
const newYear: Guard<{ readonly lastReviewYear: number | null }> = ({ lastReviewYear }, { at }) =>
  lastReviewYear === null || lastReviewYear < Number(dayInTaiwan(at).slice(0, 4))
    ? []
    : [errorAt('alliance.reviewedThisYear', ['facts', 'lastReviewYear'], { lastReviewYear })];

const dissolve = { to: 'dissolved', by: ['association', 'leadFirm'], guards: [commentGiven] } as const;

/** An alliance of lead firms, suppliers and an association (聯盟, R28.3, R34). */
export const allianceMachine = defineMachine({
  name: 'alliance',
  initial: ['forming'],
  table: {
    forming: { found: { to: 'active', by: ['leadFirm', 'association'], guards: [firmsJoined] } },
    active: {
      setTargets: { to: 'tracking', by: ['leadFirm', 'association'], guards: [everyHorizonSet] },
      dissolve,
    },
    tracking: { review: { to: 'tracking', by: ['association'], guards: [newYear] }, dissolve },
    dissolved: {},
  },
});
export type AllianceState = StateOf<typeof allianceMachine>;
