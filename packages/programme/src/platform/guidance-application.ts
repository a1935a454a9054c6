import { errorAt } from '@slipstream/quantity';
import { commentGiven, defineMachine, type Guard, type StateOf } from '@slipstream/state-machine';

export const guidanceFindingCodes = [
  'guidance.teamIncomplete',
  'guidance.visitMissing',
  'guidance.reportMissing',
] as const;

/** Who belongs to a guidance team (輔導單位, R28.1). */
export const guidanceTeamRoles = ['institute', 'consultant', 'expert'] as const;
export type GuidanceTeamRole = (typeof guidanceTeamRoles)[number];

const teamComplete: Guard<{
  readonly team: readonly { readonly role: GuidanceTeamRole; readonly id: string }[];
}> = ({ team }) =>
  guidanceTeamRoles
    .filter((role) => !team.some((member) => member.role === role && member.id.trim() !== ''))
    .map((role) => errorAt('guidance.teamIncomplete', ['facts', 'team'], { role }));
const visitRecorded: Guard<{ readonly visits: number }> = ({ visits }) =>
  visits >= 1 ? [] : [errorAt('guidance.visitMissing', ['facts', 'visits'])];
const reportWritten: Guard<{ readonly reportId: string | null }> = ({ reportId }) =>
  reportId?.trim() ? [] : [errorAt('guidance.reportMissing', ['facts', 'reportId'])];

/** An application for guidance on site (線上輔導, R28.1, R34). Visits after the first are records of `inGuidance`. */
export const guidanceApplicationMachine = defineMachine({
  name: 'guidanceApplication',
  initial: ['applied'],
  table: {
    applied: {
      accept: { to: 'teamAssigned', by: ['programmeManager'], guards: [teamComplete] },
      reject: { to: 'rejected', by: ['programmeManager'], guards: [commentGiven] },
    },
    teamAssigned: { visit: { to: 'inGuidance', by: ['consultant'], guards: [visitRecorded] } },
    inGuidance: { report: { to: 'reported', by: ['consultant'], guards: [reportWritten] } },
    reported: { close: { to: 'closed', by: ['programmeManager'] } },
    closed: {},
    rejected: {},
  },
});
export type GuidanceApplicationState = StateOf<typeof guidanceApplicationMachine>;
