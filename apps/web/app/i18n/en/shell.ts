import type { Messages } from '../messages.ts';

export const shell = {
  navigation: {
    label: 'Main navigation',
    overview: 'Overview',
    products: 'Products',
    suppliers: 'Suppliers',
    requests: 'Requests',
    inbox: 'Requests to you',
    sharing: 'What you share',
    targets: 'Reduction targets',
    alliance: 'Alliance',
    account: 'Your account',
    waiting: '{{count}} waiting for you',
  },
  organization: {
    switch: 'Switch organization',
    current: 'Current organization',
    kind: {
      leadFirm: 'Lead firm',
      supplier: 'Supplier',
      association: 'Association',
      verifier: 'Verification body',
      operator: 'Platform operator',
    },
  },
  account: {
    menu: "{{name}}'s menu",
    language: 'Language',
    colorScheme: 'Appearance',
    colorSchemes: { auto: 'As the system', light: 'Light', dark: 'Dark' },
    calendar: 'Dates',
    calendars: { roc: 'ROC years', gregorian: 'Gregorian years' },
    settings: 'Account and devices',
    signOut: 'Sign out',
  },
  notifications: {
    label: 'Notifications',
    unread: '{{count}} unread notifications',
  },
} satisfies Messages['shell'];
