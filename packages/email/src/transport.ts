import { createTransport } from 'nodemailer';

/** A mail in both forms a reader may want. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface OutgoingMail extends MailText {
  readonly to: string;
  /** Makes a mail sent twice, after a crash, recognisable as one. */
  readonly messageId: string;
}

export interface MailTransport {
  /** Whether mails leave this installation. Where not, they are kept for the development mailbox. */
  readonly delivers: boolean;
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}

/** Sends by the mail server of `smtpUrl`; without one, `send` does nothing and the caller keeps the mail. */
export function openMailTransport(options: {
  readonly smtpUrl?: string | undefined;
  readonly from: string;
}): MailTransport {
  if (!options.smtpUrl) return { delivers: false, send: async () => {}, close: () => {} };
  const host = options.from.split('@').at(-1)?.replace('>', '') ?? 'localhost';
  const transporter = createTransport({
    url: options.smtpUrl,
    pool: true,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  });
  return {
    delivers: true,
    async send({ to, subject, text, html, messageId }) {
      await transporter.sendMail({
        from: options.from,
        to: { name: '', address: to },
        subject,
        text,
        html,
        messageId: `<${messageId}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
    close: () => transporter.close(),
  };
}
