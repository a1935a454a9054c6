export { invitationMail, type MailLanguage, mailLanguages, passwordResetMail } from './mails.ts';
export {
  allianceInvitationMail,
  type RequestMailFacts,
  type RequestMailKind,
  reminderMail,
  requestMail,
  requestMailKinds,
  reviewAskingMail,
} from './request-mails.ts';
export { type MailText, type MailTransport, type OutgoingMail, openMailTransport } from './transport.ts';
