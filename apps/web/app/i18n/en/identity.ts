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
    title: {
      colleague: 'Join {{name}}',
      request: '{{name}} asks you for a carbon footprint',
      alliance: '{{name}} invites you into its alliance',
    },
    from: {
      colleague: 'A colleague invites you to join {{organization}} as {{email}}.',
      request:
        'This invitation is for {{organization}} ({{email}}). See what is asked and what they would see, then decide whether to accept.',
      alliance:
        'This invitation is for {{organization}} ({{email}}). See what the alliance releases, then decide whether to join.',
    },
    closed: 'This invitation link no longer works',
    hasAccount: 'This address already has an account. Sign in to accept the invitation.',
    signInFirst: 'Sign in to accept',
    accept: 'Accept the invitation',
    answerAs: 'Which organization answers',
    answerAsPresent: 'The request of {{customer}} appears here, beside those of your other customers.',
    answerAsMember: 'It then decides whether to join the alliance of {{customer}}.',
    answerAsNew: 'Set up “{{organization}}” as well',
    answerAsNewDetail: 'If it is another firm.',
    signedInAs: 'You are signed in as {{email}}.',
    name: 'Your name',
    password: 'Choose a password',
    create: 'Create account and accept',
  },
  open: {
    title: 'This is about {{organization}}',
    detail:
      'You are now in {{present}} ({{presentKind}}). Switch to {{wanted}} ({{wantedKind}}) to see the page. You stay there until you switch back, at any time.',
    action: 'Switch and open',
    stay: 'Stay in {{organization}}',
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
    memberships: 'The alliances we are in',
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
