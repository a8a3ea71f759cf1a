// What a person was told and what they chose of it, for that person; and its end when they are erased. See platform/personal.ts.
import { forgetMailsOf, mailsOf } from '../platform/mail/mail.ts';
import type { Personal } from '../platform/personal.ts';

export const noticesPersonal: Personal = {
  kept: [],
  tell: async (db, person) => ({
    notices: await db
      .selectFrom('notices_notice')
      .select(['kind', 'subject', 'subject_id', 'params', 'created_at', 'read_at'])
      .where('person_id', '=', person)
      .orderBy('created_at')
      .execute(),
    noticeSettings: await db
      .selectFrom('notices_settings')
      .select(['mail', 'push', 'digest_minutes'])
      .where('person_id', '=', person)
      .execute(),
    browsers: await db
      .selectFrom('notices_browser')
      .select(['agent', 'created_at'])
      .where('person_id', '=', person)
      .execute(),
    mails: await mailsOf(db, person),
  }),
  forget: async (tx, person) => {
    await tx.deleteFrom('notices_notice').where('person_id', '=', person).execute();
    await tx.deleteFrom('notices_settings').where('person_id', '=', person).execute();
    await tx.deleteFrom('notices_browser').where('person_id', '=', person).execute();
    await forgetMailsOf(tx, person);
  },
};
