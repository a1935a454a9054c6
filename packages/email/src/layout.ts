import type { MailText } from './transport.ts';

/** Puts a message into the one form all mails share: plain text and an HTML twin with the same words. */
export function layout(message: {
  readonly language: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly action: { readonly label: string; readonly link: string };
  readonly footnote: string;
}): MailText {
  const { language, subject, paragraphs, action, footnote } = message;
  const colon = language === 'en' ? ': ' : '：';
  const text = [...paragraphs, `${action.label}${colon}${action.link}`, footnote, 'Slipstream'].join('\n\n');
  const body = paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('');
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="font-family:'Noto Sans TC',system-ui,sans-serif;font-size:16px;line-height:1.6;color:#1a2b2b;max-width:36rem;margin:2rem auto;padding:0 1rem">
${body}
<p><a href="${escapeHtml(action.link)}" style="display:inline-block;background:#0f766e;color:#fff;padding:.6rem 1.2rem;border-radius:.4rem;text-decoration:none">${escapeHtml(action.label)}</a></p>
<p style="font-size:13px;color:#516464">${escapeHtml(footnote)}</p>
<p style="font-size:13px;color:#516464">Slipstream</p>
</body></html>`;
  return { subject: oneLine(subject), text, html };
}

/** A header must not be broken by what an organization called itself. */
function oneLine(text: string): string {
  return text.replace(/[\r\n\u2028\u2029]+/g, ' ');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
