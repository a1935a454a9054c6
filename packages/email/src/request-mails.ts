import { layout } from './layout.ts';
import type { MailLanguage } from './mails.ts';
import type { MailText } from './transport.ts';

/** What happened to a request that its other party is told of. */
export const requestMailKinds = ['asked', 'returned', 'approved', 'submitted', 'declined'] as const;
export type RequestMailKind = (typeof requestMailKinds)[number];

/** What such a mail may say: who did it, by when an answer is hoped for, and where to look. Never a figure. */
export interface RequestMailFacts {
  /** The other party, as the reader knows it. */
  readonly from: string;
  /** ISO day. */
  readonly dueDate: string | null;
  readonly link: string;
}

interface Words {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly action: string;
}

const chinese: { readonly [Kind in RequestMailKind]: (from: string, due: string | null) => Words } = {
  asked: (from, due) => ({
    subject: `${from} 請您提供產品的碳足跡`,
    paragraphs: [
      `${from} 想請貴公司提供產品的碳足跡${due === null ? '' : `，希望在 ${due}前收到`}。`,
      '點開連結看看要哪些產品、對方會看到什麼。在您同意之前，不會分享任何資料。',
    ],
    action: '查看邀請',
  }),
  returned: (from) => ({
    subject: `${from} 請您補正碳足跡資料`,
    paragraphs: [`${from} 看過貴公司送出的碳足跡，有些地方請您補正。`, '要補正什麼，寫在邀請的頁面上。'],
    action: '看要補正什麼',
  }),
  approved: (from) => ({
    subject: `${from} 已核可您的碳足跡資料`,
    paragraphs: [
      `${from} 已核可貴公司送出的碳足跡，謝謝您。`,
      '您隨時可以看到誰看過這份資料，也可以收回分享。',
    ],
    action: '查看結果',
  }),
  submitted: (from) => ({
    subject: `${from} 已送出碳足跡資料`,
    paragraphs: [`${from} 已送出您邀請的碳足跡資料，等您審核。`],
    action: '開始審核',
  }),
  declined: (from) => ({
    subject: `${from} 婉拒了您的邀請`,
    paragraphs: [`${from} 這次不提供碳足跡，原因寫在邀請的頁面上。`],
    action: '看原因',
  }),
};

const english: { readonly [Kind in RequestMailKind]: (from: string, due: string | null) => Words } = {
  asked: (from, due) => ({
    subject: `${from} asks you for product footprints`,
    paragraphs: [
      `${from} asks your company for the carbon footprint of your products${due === null ? '' : `, by ${due} if possible`}.`,
      'Open the link to see which products, and what they will see. Nothing is shared before you agree to it.',
    ],
    action: 'See the request',
  }),
  returned: (from) => ({
    subject: `${from} asks you to correct your footprint data`,
    paragraphs: [
      `${from} has looked at the footprint your company sent and asks for some corrections.`,
      'What to correct is said on the page of the request.',
    ],
    action: 'See what to correct',
  }),
  approved: (from) => ({
    subject: `${from} has approved your footprint data`,
    paragraphs: [
      `${from} has approved the footprint your company sent. Thank you.`,
      'You can always see who looked at it, and take it back.',
    ],
    action: 'See the result',
  }),
  submitted: (from) => ({
    subject: `${from} has sent its footprint data`,
    paragraphs: [`${from} has sent the footprint data you asked for. It waits for your review.`],
    action: 'Review it',
  }),
  declined: (from) => ({
    subject: `${from} has declined your request`,
    paragraphs: [`${from} does not provide a footprint this time. The reason is on the page of the request.`],
    action: 'See the reason',
  }),
};

/** Tells a person of one party what the other did to a request. */
export function requestMail(
  language: MailLanguage,
  kind: RequestMailKind,
  facts: RequestMailFacts,
): MailText {
  const due = facts.dueDate === null ? null : writtenDay(language, facts.dueDate);
  return requestLayout(language, (language === 'en' ? english : chinese)[kind](facts.from, due), facts.link);
}

/** Reminds the people of a supplier of a request: by when it is hoped for, or for how long it is awaited. */
export function reminderMail(
  language: MailLanguage,
  facts: RequestMailFacts & { readonly dueDate: string; readonly daysLate: number },
): MailText {
  const { from, daysLate, link } = facts;
  const due = writtenDay(language, facts.dueDate);
  const isLate = daysLate > 0;
  const words: Words =
    language === 'en'
      ? {
          subject: isLate
            ? `Reminder: ${from} is waiting for your footprint data`
            : `Reminder: ${from} hopes for your footprint data by ${due}`,
          paragraphs: [
            isLate
              ? `${from} hoped for your footprint data by ${due}; that was ${daysLate === 1 ? 'yesterday' : `${daysLate} days ago`}.`
              : `${from} asked your company for product footprints and hopes for them by ${due}.`,
            'What you have entered is kept. If something is in the way, tell them.',
          ],
          action: 'Go on',
        }
      : {
          subject: isLate ? `提醒您：${from} 還在等碳足跡資料` : `提醒您：請在 ${due}前回覆 ${from}`,
          paragraphs: [
            isLate
              ? `${from} 希望在 ${due}前收到貴公司的碳足跡，到今天已過 ${daysLate} 天。`
              : `${from} 請貴公司提供產品的碳足跡，希望在 ${due}前收到。`,
            '已經填好的內容都會保留。如果有困難，請直接告訴對方。',
          ],
          action: '繼續填寫',
        };
  return requestLayout(language, words, link);
}

/** Tells a reviewer that a colleague asks for a look before an answer goes to the customer. */
export function reviewAskingMail(
  language: MailLanguage,
  facts: {
    /** Null where the colleague has left. */
    readonly by: string | null;
    readonly customer: string;
    /** ISO day. */
    readonly dueDate: string | null;
    readonly link: string;
  },
): MailText {
  const { customer, link } = facts;
  const by = facts.by ?? (language === 'en' ? 'A colleague' : '同事');
  const due = facts.dueDate === null ? null : writtenDay(language, facts.dueDate);
  const words: Words =
    language === 'en'
      ? {
          subject: `${by} asks you to review the footprint for ${customer}`,
          paragraphs: [
            `${by} has filled in the product footprint that ${customer} asked for${due === null ? '' : ` by ${due}`}, and asks you to review it.`,
            'You see exactly what they will see. Nothing is sent before you send it.',
          ],
          action: 'Review it',
        }
      : {
          subject: `${by} 請您審核給 ${customer} 的碳足跡`,
          paragraphs: [
            `${by} 已填好 ${customer} 要的產品碳足跡${due === null ? '' : `（希望在 ${due}前收到）`}，請您審核。`,
            '您會先看到對方會看到的全部內容；在您送出之前，不會分享任何資料。',
          ],
          action: '開始審核',
        };
  return requestLayout(language, words, link);
}

/** Asks those who decide for an organization that is here already whether it joins an alliance. */
export function allianceInvitationMail(
  language: MailLanguage,
  facts: { readonly from: string; readonly alliance: string; readonly link: string },
): MailText {
  const { from, alliance, link } = facts;
  return language === 'en'
    ? layout({
        language,
        subject: `${from} invites you into the alliance “${alliance}”`,
        paragraphs: [
          `${from} invites your company into the alliance “${alliance}”.`,
          'An alliance shows totals of many members, never the figure of one. Nothing of yours is counted before you agree.',
        ],
        action: { label: 'See the invitation', link },
        footnote: 'You get this mail because you decide for your company in Slipstream.',
      })
    : layout({
        language,
        subject: `${from} 邀請貴公司加入「${alliance}」`,
        paragraphs: [
          `${from} 邀請貴公司加入「${alliance}」。`,
          '聯盟只公布許多成員的合計，不會公布任何一家的數字。在您同意之前，不會計入貴公司的資料。',
        ],
        action: { label: '查看邀請', link },
        footnote: '您收到這封信，是因為您在 Slipstream 代表貴公司做決定。',
      });
}

function requestLayout(language: MailLanguage, words: Words, link: string): MailText {
  const { subject, paragraphs, action } = words;
  return layout({
    language,
    subject,
    paragraphs,
    action: { label: action, link },
    footnote:
      language === 'en'
        ? 'You get this mail because you take care of this request in Slipstream. It holds no figures; sign in to see them.'
        : '您收到這封信，是因為您在 Slipstream 負責這份邀請。信中不寫數字，請登入查看。',
  });
}

/** An ISO day in the words of the language. */
function writtenDay(language: MailLanguage, day: string): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-TW', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
}
