import type { Messages } from '../messages.ts';

export const refusals = {
  notFound: 'This record cannot be found, or is not yours to see.',
  permissionDenied: 'Your role does not allow this. Ask the people who manage your organization.',
  notSignedIn: 'Please sign in first.',
  conflict: 'Somebody has just changed this. Reload and try again.',
  refused: 'Something still needs correcting:',
  tooManyAttempts: 'Too many attempts. Please wait {{retryAfterSeconds}} seconds.',
  signInFailed: 'The e-mail address or the password is not right.',
  linkInvalid: 'This link was used, has expired, or was replaced by a newer one. Please ask for another.',
  signInToAccept: 'This address already has an account. Sign in, then accept the invitation.',
  invitedSomebodyElse: 'This invitation is for another address. Sign out and sign in as the invited one.',
  passwordTooShort: 'A password needs at least {{shortest}} characters.',
  passwordTooLong: 'A password has at most {{longest}} characters.',
  passwordIsEmail: 'The password cannot be your e-mail address.',
  lastOwner: 'An organization needs at least one owner.',
  emailTaken: 'This address is a member already.',
  fileTooLarge:
    'The file is too large; the limit is {{megabytes}} MB. Delete what you do not need, or split the file.',
} satisfies Messages['refusals'];
