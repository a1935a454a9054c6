import type { Messages } from '../messages.ts';

export const targets: Messages['targets'] = {
  title: 'Reduction targets',
  about: {
    leadFirm: 'What suppliers promised to cut, and what each year brought.',
    supplier: 'What we promised our customers to cut, and what each year brought.',
  },
  set: 'Set a target',
  empty: {
    leadFirm: {
      title: 'No reduction target yet',
      detail:
        'Agree on a base year, a target year and a percentage with a supplier; promise and result then stand here year by year.',
    },
    supplier: {
      title: 'No reduction target yet',
      detail:
        'Promise a customer a cut you can make and report each year; promise and result are then drawn here.',
    },
    noPartner: {
      leadFirm: {
        title: 'Ask suppliers first',
        detail:
          'A target is agreed with a supplier. Pick the suppliers worth asking, send a request, then set targets.',
        action: 'Pick suppliers',
      },
      supplier: {
        title: 'No customer has asked you yet',
        detail: 'Once a customer has sent you a request you can promise a reduction target here.',
        action: 'See requests to you',
      },
    },
  },
  totals: {
    title: 'So far',
    cut: 't CO₂e cut',
    promised_one: 'By the year last reported, {{promised}} t CO₂e were promised.',
    promised: 'By the years last reported, {{count}} partners together promised {{promised}} t CO₂e.',
    share: '{{share}} of the promise is achieved.',
  },
  chart: {
    byPartner: 'Promised and achieved, by the year last reported',
    largest: 'Promised and achieved, by the year last reported: the {{count}} largest promises',
    ahead: 'By {{year}}: {{cut}} t CO₂e cut, more than the {{promised}} t promised',
    behind: 'By {{year}}: {{cut}} t CO₂e cut of {{promised}} t promised',
    noData: 'The promised line to {{year}}; no year is reported yet',
    promised: 'Promised',
    cut: 'Achieved',
    methodChange: 'Change of method',
    unit: 't CO₂e',
    year: 'Year',
    partner: 'Partner',
  },
  table: {
    title: 'Every target',
    all: 'All',
    filter: 'Targets by their progress',
    search: 'Search by name',
    none: 'No target fits.',
    clear: 'Show all',
    partner: { leadFirm: 'Supplier', supplier: 'Customer' },
    promise: 'Promise',
    latest: 'Last reported',
    cut: 'Cut (t CO₂e)',
    status: 'Progress',
    promiseText: '{{percent}}% less from {{base}} to {{target}}',
    notYet: 'Not reported yet',
    cutOfPromised: 'Promised {{promised}}',
  },
  years: {
    title: 'Year by year',
    year: 'Year',
    allowed: 'Allowed (t CO₂e)',
    reported: 'Reported (t CO₂e)',
    cut: 'Cut (t CO₂e)',
    methodChange: 'Change of method (t CO₂e)',
    status: 'Progress',
  },
  projection: {
    reaches: 'At this pace the cut reaches {{percent}}% by {{year}}: the target is met.',
    misses:
      'At this pace the cut reaches only {{percent}}% by {{year}}, short of the {{promised}}% promised.',
  },
  form: {
    newTitle: 'Set a reduction target',
    newAbout: 'From which year, to which year, by how much. It can be changed later.',
    changeTitle: 'Change the target',
    reportTitle: 'Report the emissions of a year',
    partner: { leadFirm: 'Supplier', supplier: 'Customer' },
    horizon: 'Term',
    baseYear: 'Base year',
    baseTonnes: 'Emissions of the base year',
    targetYear: 'Target year',
    reductionPercent: 'Cut by',
    yearHint: 'Gregorian or ROC, e.g. 2024 or 113',
    year: 'Year',
    tonnes: 'Emissions of this year',
    methodChange: 'Of which by a change of method',
    methodChangeHint:
      'New factors or another boundary, for example; negative where it became less, blank where nothing changed. Never counts as a cut.',
    note: 'Note (optional)',
    save: 'Save the target',
    report: 'Save this year',
    reported: 'Saved. Reporting the same year again corrects the figure.',
    changed: 'The target is changed.',
  },
};
