import type { Messages } from '../messages.ts';

export const identity = {
  signIn: {
    title: 'Sign in',
    email: 'E-mail',
    password: 'Password',
    action: 'Sign in',
    forgot: 'Forgot your password?',
    welcome: 'Count the carbon of a supply chain together, and bring it down.',
  },
  passwordReset: {
    title: 'Reset your password',
    detail: 'Enter your e-mail address and we send you a link. It works for one hour.',
    action: 'Send me a link',
    sent: 'If this address has an account, the link is on its way. Please look in your mailbox.',
    newTitle: 'Choose a new password',
    newPassword: 'New password',
    newAction: 'Save and sign in',
    passwordHint: 'At least 12 characters; a sentence you remember does well.',
  },
  invitation: {
    title: '{{organization}} invites you',
    from: '{{name}} invites you to join {{organization}} as {{email}}.',
    hasAccount: 'This address already has an account. Sign in to accept the invitation.',
    signInFirst: 'Sign in to accept',
    accept: 'Accept the invitation',
    signedInAs: 'You are signed in as {{email}}.',
    name: 'Your name',
    password: 'Choose a password',
    create: 'Create account and accept',
  },
  mailbox: {
    title: 'Development mailbox',
    detail: 'No mail server is configured, so mail stays here and is not sent.',
    empty: 'No mail yet',
    emptyDetail: 'What the system sends, such as invitations and password links, shows up here.',
    to: 'To {{recipient}}',
  },
  account: {
    title: 'Your account',
    about: '{{name}} · {{email}}',
    organizations: 'Your organizations',
    changePassword: 'Change your password',
    presentPassword: 'Present password',
    newPassword: 'New password',
    savePassword: 'Save new password',
    passwordChanged: 'Your password is changed; every other device is signed out.',
    devices: 'Devices',
    signOutEverywhere: 'Sign out everywhere',
    signOutEverywhereDetail:
      'If you suspect that somebody used your account, sign out everywhere and change your password.',
  },
} satisfies Messages['identity'];
