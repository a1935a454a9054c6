import { describe, expect, it } from 'vitest';
import {
  invitationMail,
  mailLanguages,
  openMailTransport,
  passwordResetMail,
  reminderMail,
  requestMail,
  requestMailKinds,
} from './index.ts';

const link = 'https://carbon.example/invitation/abc.def';
const expiresAt = new Date('2026-03-16T08:00:00Z');

describe.each(mailLanguages)('mails in %s', (language) => {
  it('say the same in both forms, with the link and the day it ends in Taipei', () => {
    for (const mail of [
      invitationMail(language, { invitedBy: '台灣鋼鐵', organization: '大新鋁業', link, expiresAt }),
      passwordResetMail(language, { link, expiresAt }),
    ]) {
      for (const form of [mail.text, mail.html]) {
        expect(form).toContain(link);
        expect(form).toMatch(/2026/);
        expect(form).toMatch(/16/);
      }
      expect(mail.html).toContain(`lang="${language}"`);
    }
  });

  it.each(requestMailKinds)('tell that a request was %s, in words of its own, with the link', (kind) => {
    const request = 'https://carbon.example/inbox/0192f3a0-0000-7000-8000-000000000001';
    const mail = requestMail(language, kind, { from: '台灣鋼鐵', dueDate: '2026-03-16', link: request });
    expect(mail.subject).toContain('台灣鋼鐵');
    for (const form of [mail.text, mail.html]) expect(form).toContain(request);
    const others = requestMailKinds.filter((other) => other !== kind);
    for (const other of others)
      expect(requestMail(language, other, { from: '台灣鋼鐵', dueDate: null, link }).subject).not.toBe(
        mail.subject,
      );
    expect(mail.text.includes('2026')).toBe(kind === 'asked');
  });

  it('remind by when before the day, and for how long after it', () => {
    const remind = (daysLate: number) =>
      reminderMail(language, { from: '台灣鋼鐵', dueDate: '2026-03-16', daysLate, link });
    expect(remind(-7).subject).toMatch(/2026.*台灣鋼鐵|台灣鋼鐵.*2026/);
    expect(remind(0).text).toBe(remind(-7).text);
    expect(remind(12).text).toContain('12');
    expect(remind(1).text).not.toBe(remind(2).text);
    for (const mail of [remind(-7), remind(12)]) expect(mail.html).toContain(link);
  });

  it('do not let a name break out of the text or the subject line', () => {
    const mail = invitationMail(language, {
      invitedBy: 'Evil\r\nBcc: everybody@example.test',
      organization: '<script>alert(1)</script>',
      link,
      expiresAt,
    });
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.html).not.toContain('<script>');
  });
});

it('without a mail server nothing leaves', async () => {
  const transport = openMailTransport({ from: 'Slipstream <no-reply@carbon.example>' });
  expect(transport.delivers).toBe(false);
  await transport.send({ to: 'a@example.test', subject: '', text: '', html: '', messageId: 'm' });
});
