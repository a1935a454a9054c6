import { layout } from './layout.ts';
import type { MailText } from './transport.ts';

/** The languages mails are written in. */
export const mailLanguages = ['zh-TW', 'en'] as const;
export type MailLanguage = (typeof mailLanguages)[number];

const taipeiDay = (language: MailLanguage, instant: Date) =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-TW', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Asia/Taipei',
  }).format(instant);

/** Asks a person to join an organization; for a supplier this is the first they hear of the product. */
export function invitationMail(
  language: MailLanguage,
  facts: {
    readonly invitedBy: string;
    readonly organization: string;
    readonly link: string;
    readonly expiresAt: Date;
  },
): MailText {
  const until = taipeiDay(language, facts.expiresAt);
  return language === 'en'
    ? layout({
        language,
        subject: `${facts.invitedBy} invites you to Slipstream`,
        paragraphs: [
          `${facts.invitedBy} invites you to work in Slipstream for ${facts.organization}.`,
          'Open the link to see what it is about. Nothing is shared before you agree to it.',
        ],
        action: { label: 'See the invitation', link: facts.link },
        footnote: `The link is for you alone and works until ${until} (Taipei). If you did not expect it, do nothing.`,
      })
    : layout({
        language: 'zh-TW',
        subject: `${facts.invitedBy} 邀請您加入 Slipstream 供應鏈減碳協作平台`,
        paragraphs: [
          `${facts.invitedBy} 邀請您代表「${facts.organization}」使用 Slipstream 供應鏈減碳協作平台。`,
          '請點開連結了解內容。在您同意之前，不會分享任何資料。',
        ],
        action: { label: '查看邀請', link: facts.link },
        footnote: `此連結僅供您本人使用，有效期限至 ${until}（臺北時間）。若您並未預期收到此信，請忽略即可。`,
      });
}

/** Leads a person who forgot the password back in. */
export function passwordResetMail(
  language: MailLanguage,
  facts: { readonly link: string; readonly expiresAt: Date },
): MailText {
  const until = taipeiDay(language, facts.expiresAt);
  return language === 'en'
    ? layout({
        language,
        subject: 'Set a new password for Slipstream',
        paragraphs: ['Somebody, probably you, asked for a new password for this address.'],
        action: { label: 'Set a new password', link: facts.link },
        footnote: `The link works once, until ${until} (Taipei). If it was not you, do nothing: your password stays.`,
      })
    : layout({
        language: 'zh-TW',
        subject: '重新設定您的 Slipstream 密碼',
        paragraphs: ['我們收到為此電子郵件地址重新設定密碼的請求。'],
        action: { label: '設定新密碼', link: facts.link },
        footnote: `此連結僅能使用一次，有效期限至 ${until}（臺北時間）。若非您本人提出，請忽略此信，密碼不會變更。`,
      });
}
