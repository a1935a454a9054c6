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
    promised: 'Promised cut',
    cut: 'Achieved cut',
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
};
