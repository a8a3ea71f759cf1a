// The log of administration: who did what to the company, its people and its settings. Never what people write to each other.
import { z } from 'zod';
import { route } from './route.ts';
import { id, instant, localDate, page, pageQuery, PersonRef } from './shapes.ts';

/** Every act that is logged; each has its sentence in web/connect/words under `audit.act.<act>`. */
export const auditActs = [
  'company.create',
  'company.update',
  'person.add',
  'person.update',
  'person.invite',
  'person.reset',
  'person.deactivate',
  'person.handOver',
  'person.reactivate',
  'person.export',
  'person.erase',
  'person.import',
  'photo.set',
  'photo.remove',
  'administrator.grant',
  'administrator.withdraw',
  'team.create',
  'team.update',
  'team.archive',
  'team.restore',
  'team.import',
  'member.add',
  'member.lead',
  'member.unlead',
  'member.remove',
  'service.create',
  'service.update',
  'service.archive',
  'service.restore',
  'token.create',
  'token.revoke',
  'webhook.create',
  'webhook.update',
  'webhook.rotate',
  'webhook.disable',
  'webhook.delete',
  'settings.mail',
  'settings.files',
  'settings.retention',
  'request.import',
  'request.export',
  'backup.make',
  'backup.restore',
  'backup.release',
] as const;
export type AuditAct = (typeof auditActs)[number];

export const auditSubjects = [
  'company',
  'person',
  'team',
  'service',
  'token',
  'webhook',
  'settings',
  'request',
] as const;
export type AuditSubject = (typeof auditSubjects)[number];

export const AuditFacts = z
  .object({
    fields: z
      .array(z.string().max(60))
      .max(60)
      .meta({ description: 'Names of the fields that changed, never their values' }),
    count: z.number().int().meta({ description: 'How many' }),
    lead: z.boolean(),
    scopes: z.array(z.string().max(30)).max(10),
  })
  .partial()
  .meta({ id: 'AuditFacts' });
export type AuditFacts = z.infer<typeof AuditFacts>;

export const AuditEntry = z
  .object({
    id,
    at: instant,
    by: PersonRef.nullable().meta({ description: 'Null when time alone did it' }),
    byProgram: z.boolean().meta({ description: 'Whether a program did it in their name, with a token' }),
    act: z.enum(auditActs),
    subject: z.object({ kind: z.enum(auditSubjects), id: id.nullable(), name: z.string() }),
    person: PersonRef.nullable().meta({ description: 'Who else it was about: whom a team got, whose token ended' }),
    facts: AuditFacts,
  })
  .meta({ id: 'AuditEntry', description: 'One act of administration' });
export type AuditEntry = z.infer<typeof AuditEntry>;

const AuditQuery = z.object({
  ...pageQuery,
  act: z.enum(auditActs).optional(),
  about: z.enum(auditSubjects).optional().meta({ description: 'The kind of thing that it was about' }),
  person: id.optional().meta({ description: 'Who did it, or to whom it was done' }),
  from: localDate.optional().meta({ description: 'First day, where you are' }),
  to: localDate.optional().meta({ description: 'Last day, where you are' }),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

export const auditApi = {
  listAudit: route({
    method: 'GET',
    path: '/api/audit',
    summary: 'What was done in administration, newest first',
    for: 'administrator',
    query: AuditQuery,
    status: 200,
    response: page(AuditEntry),
  }),
};
