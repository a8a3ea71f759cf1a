// Links in mails: to pages, and signed ones by which a reader changes what they get without signing in.
import { noticeGroups, type NoticeGroup } from '../../contract/notices.ts';
import type { Secrets } from '../platform/secrets.ts';

const purpose = 'mail choice';
/** Milliseconds for which a link in a mail may change what its reader gets. */
const life = 90 * 86_400_000;

export type Links = ReturnType<typeof createLinks>;

/** A link names a person, a group and a day, and is worth nothing for anything else. */
export function createLinks(secrets: Secrets, publicUrl: string) {
  const page = (path: string) => new URL(path, publicUrl).href;
  return {
    page,
    /** Where mails of this group can be stopped; also what a mailbox posts to (RFC 8058). */
    choice: (person: string, group: NoticeGroup, now: Date): string => {
      const text = `${person}.${group}.${now.getTime().toString(36)}`;
      return page(`/mail-choice/${text}.${secrets.sign(purpose, text)}`);
    },
    /** Whose choice a link is about; null for a forged or old one. */
    readChoice: (token: string, now: Date): { person: string; group: NoticeGroup } | null => {
      const [, text = '', signature = ''] = /^(.+)\.([\w-]+)$/.exec(token) ?? [];
      if (!secrets.verify(purpose, text, signature)) return null;
      const [person = '', named, made = ''] = text.split('.');
      const group = noticeGroups.find((each) => each === named);
      if (!group || now.getTime() - parseInt(made, 36) > life) return null;
      return { person, group };
    },
  };
}
