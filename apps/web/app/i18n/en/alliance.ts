import type { Messages } from '../messages.ts';

export const alliance: Messages['alliance'] = {
  title: 'Alliance',
  about: '{{invited}} invited, {{joined}} joined. You see totals, never the figure of a member.',
  empty: {
    title: 'No alliance yet',
    detail:
      'An alliance looks at the cuts of lead firms and suppliers together. Once members have agreed, the totals of each year are released here.',
    name: 'Name of the alliance',
    action: 'Found the alliance',
  },
  latest: 'Totals of {{year}}',
  unit: 't CO₂e cut',
  promised: '{{promised}} t CO₂e were promised for the same year.',
  members: 'At least {{count}} reported; {{answered}} of them have answered a customer’s request.',
  hidden: {
    tooFewMembers:
      'Too few members have reported: a total would show the figure of one of them, so it is not released.',
    protectsAMember:
      'The total of this year would let the figure of one member be worked out, so it is hidden.',
  },
  chart: {
    title: 'Promised and achieved, as released each year',
    promised: 'Promised',
    cut: 'Achieved',
    unit: 't CO₂e',
    year: 'Year',
  },
  table: {
    title: 'Released totals',
    year: 'Year',
    members: 'Members reporting',
    answered: 'Answered',
    promised: 'Promised cut (t CO₂e)',
    cut: 'Achieved cut (t CO₂e)',
    atLeast: 'at least {{count}}',
  },
  none: {
    title: 'No totals released yet',
    detail:
      'Choose a year to release. Totals are computed once and stay; with too few members they are hidden by themselves.',
  },
  release: {
    title: 'Release the totals of a year',
    year: 'Year',
    yearHint: 'A Gregorian or an ROC year. A release is final.',
    action: 'Release totals',
    working: 'The totals are being computed and will appear here.',
  },
  memberList: {
    title: 'Members',
    about:
      'Who was invited and who joined, nothing else. What a member does and its figures are not for the association.',
    name: 'Organization',
    kind: 'Kind',
    standing: 'State',
    since: 'Date',
    actions: 'Actions',
    state: { invited: 'Invited', joined: 'Joined', declined: 'Declined', left: 'Left' },
    resend: 'Send again',
    resendTo: 'Send the invitation to {{name}} again',
    askAgain: 'Invite again',
    askAgainOf: 'Invite {{name}} again',
    invite: 'Invite an organization',
    inviteName: 'Name of the organization',
    inviteEmail: "Contact's e-mail address",
    inviteAction: 'Send the invitation',
    invited: 'The invitation was mailed to {{email}}.',
  },
  memberships: {
    title: 'Alliances',
    about: 'An alliance releases totals of many members, never the figure of one.',
    empty: 'Not invited into an alliance yet',
    emptyDetail: 'When an association invites your company into its alliance, it shows up here.',
    since: '{{name}} · {{date}}',
    means: {
      invited:
        'Once you have joined, what your company promised and achieved counts in the totals of each year. {{name}} sees the totals, never your figures. Nothing is counted before you agree.',
      joined:
        'What your company promised and achieved counts in the totals released from now on. {{name}} does not see your figures. You can leave at any time.',
      declined: 'Your company has not joined; nothing is counted.',
      left: 'Your company has left and counts in no total released from now on. Totals released before stay as they are.',
    },
    join: 'Join',
    decline: 'Decline',
    leave: 'Leave the alliance',
    notice: '{{name}} invites your company into “{{alliance}}”.',
    look: 'Look and answer',
  },
};
