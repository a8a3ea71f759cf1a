// Accountability appointments: two people, an hour, what is delivered by then and who will ask for it; and calendars that show them.
import { z } from 'zod';
import { MissReason, PromiseView } from './promises.ts';
import { route } from './route.ts';
import { byId, id, instant, line, maybeLine, maybeText, page, pageQuery, PersonRef, text } from './shapes.ts';

export const appointmentStates = ['arranged', 'held', 'cancelled'] as const;
export const AppointmentState = z.enum(appointmentStates).meta({
  id: 'AppointmentState',
  description:
    'arranged: to come, or not yet said what was delivered · held: every deliverable has its answer · cancelled',
});
export type AppointmentState = z.infer<typeof AppointmentState>;

/** What the one who did not set the time says to it: nothing yet, or as calendars put it. */
export const appointmentAnswers = ['none', 'accepted', 'declined', 'tentative'] as const;
export const AppointmentAnswer = z.enum(appointmentAnswers).meta({ id: 'AppointmentAnswer' });
export type AppointmentAnswer = z.infer<typeof AppointmentAnswer>;

/**
 * delivered: the one who delivers says it is done, or the one who asks says that they have it · again: a new promise with a new
 * time (or, by the one who asks, not right yet) · released: the one who asks lets it go.
 */
export const deliverableWords = ['delivered', 'again', 'released'] as const;
export const DeliverableWord = z.enum(deliverableWords).meta({ id: 'DeliverableWord' });
export type DeliverableWord = z.infer<typeof DeliverableWord>;

export const Deliverable = z
  .object({
    id,
    words: z.string(),
    promise: PromiseView.nullable().meta({
      description: 'The promise to deliver it, or the newer one that came after; null until it was given',
    }),
    settled: DeliverableWord.nullable().meta({ description: 'How it was answered; null while it is still open' }),
    can: z.array(DeliverableWord).meta({ description: 'What the reader may say of it at the appointment' }),
  })
  .meta({ id: 'Deliverable' });
export type Deliverable = z.infer<typeof Deliverable>;

export const appointmentSteps = [
  'arranged',
  'moved',
  'accepted',
  'declined',
  'tentative',
  'said',
  'held',
  'cancelled',
] as const;
export const AppointmentStep = z
  .object({
    what: z.enum(appointmentSteps),
    by: PersonRef,
    at: instant,
    to: instant.nullable().meta({ description: 'The time that it was set to' }),
    words: z.string(),
  })
  .meta({ id: 'AppointmentStep' });
export type AppointmentStep = z.infer<typeof AppointmentStep>;

export const appointmentActs = ['answer', 'move', 'cancel', 'conclude'] as const;
export type AppointmentAct = (typeof appointmentActs)[number];

const base = {
  id,
  title: z.string(),
  by: PersonRef.meta({ description: 'Who arranged it' }),
  with: PersonRef,
  asks: PersonRef.meta({ description: 'Who will ask what was delivered' }),
  delivers: PersonRef,
  at: instant,
  minutes: z.number().int(),
  zone: z.string(),
  state: AppointmentState,
  setBy: PersonRef.meta({ description: 'Who set the time that holds now; the other one answers' }),
  answer: AppointmentAnswer,
  awaits: z
    .enum(['answer', 'word'])
    .nullable()
    .meta({ description: 'What it waits for from the reader: a yes to its time, or a word on what was delivered' }),
};

export const AppointmentRow = z
  .object({ ...base, deliverables: z.array(z.string()) })
  .meta({ id: 'AppointmentRow', description: 'An appointment in a list' });
export type AppointmentRow = z.infer<typeof AppointmentRow>;

export const Appointment = z
  .object({
    ...base,
    place: z.string(),
    note: z.string(),
    sequence: z.number().int().meta({ description: 'Rises with each change of its time, as calendars count it' }),
    deliverables: z.array(Deliverable),
    steps: z.array(AppointmentStep),
    origin: z
      .object({ title: z.string(), path: z.string() })
      .nullable()
      .meta({ description: 'What it grew out of, where the reader may see that' }),
    version: z.number().int(),
    can: z.array(z.enum(appointmentActs)),
  })
  .meta({ id: 'Appointment', description: 'Seen by its two people alone' });
export type Appointment = z.infer<typeof Appointment>;

const minutes = z.number().int().min(5).max(480);
export const NewAppointment = z
  .object({
    with: id,
    asks: id.meta({ description: 'Who will ask: myself, or the other one' }),
    at: instant,
    minutes: minutes.default(30),
    title: line(200),
    place: maybeLine(200).default(''),
    note: maybeText(2000).default(''),
    deliverables: z.array(line(500)).min(1).max(20),
  })
  .meta({ id: 'NewAppointment' });
export type NewAppointment = z.infer<typeof NewAppointment>;

export const Said = z
  .object({
    id,
    word: DeliverableWord,
    due: instant.optional().meta({ description: 'With `again`: the new time' }),
    words: maybeLine(500).default('').meta({ description: 'With `again`: what exactly, or what is missing' }),
    missReason: MissReason.optional().meta({ description: 'With `again` by who delivers: what got in the way' }),
  })
  .meta({ id: 'DeliverableSaid' });
export type Said = z.infer<typeof Said>;

const feedFacts = {
  made: instant.nullable().meta({ description: 'Null while there is none' }),
  ending: z.string().nullable().meta({ description: 'The last signs of its address, to know it by' }),
  used: instant.nullable().meta({ description: 'When a calendar last asked for it, to the hour' }),
};
export const CalendarFeed = z.object(feedFacts).meta({ id: 'CalendarFeed' });
export type CalendarFeed = z.infer<typeof CalendarFeed>;
export const MadeCalendarFeed = z
  .object({ ...feedFacts, url: z.string().meta({ description: 'Told this once; whoever has it reads the calendar' }) })
  .meta({ id: 'MadeCalendarFeed' });
export type MadeCalendarFeed = z.infer<typeof MadeCalendarFeed>;

export const appointmentsApi = {
  listAppointments: route({
    method: 'GET',
    path: '/api/appointments',
    summary:
      'My appointments: those to come and those without a word yet, the next one first; or what is over, the latest first',
    query: z.object({ ...pageQuery, when: z.enum(['coming', 'over']).default('coming') }),
    status: 200,
    response: page(AppointmentRow),
  }),
  createAppointment: route({
    method: 'POST',
    path: '/api/appointments',
    summary: 'Arrange an appointment: what will be delivered by then, and who will ask',
    body: NewAppointment,
    status: 201,
    response: Appointment,
  }),
  getAppointment: route({
    method: 'GET',
    path: '/api/appointments/{id}',
    summary: 'An appointment of mine',
    params: byId,
    status: 200,
    response: Appointment,
  }),
  getAppointmentFile: route({
    method: 'GET',
    path: '/api/appointments/{id}/file',
    summary: 'The appointment for a calendar that is not subscribed (iCalendar)',
    params: byId,
    status: 200,
    produces: 'text/calendar',
  }),
  answerAppointment: route({
    method: 'POST',
    path: '/api/appointments/{id}/answer',
    summary: 'Say yes or no to the time that the other one set; a yes makes the promises',
    params: byId,
    ifMatch: 'optional',
    body: z.object({ answer: AppointmentAnswer.exclude(['none']), words: maybeLine(500).default('') }),
    status: 200,
    response: Appointment,
  }),
  moveAppointment: route({
    method: 'POST',
    path: '/api/appointments/{id}/time',
    summary:
      'Set another time; promises move with it once the other one agrees, or at once where the one who asks gives more time',
    params: byId,
    ifMatch: 'optional',
    body: z.object({ at: instant, minutes: minutes.optional(), words: text(500) }),
    status: 200,
    response: Appointment,
  }),
  cancelAppointment: route({
    method: 'POST',
    path: '/api/appointments/{id}/cancellation',
    summary: 'Call it off; what was promised stands, unless the one who asks lets it go',
    params: byId,
    ifMatch: 'optional',
    body: z.object({ reason: text(500), release: z.boolean().default(false) }),
    status: 200,
    response: Appointment,
  }),
  concludeAppointment: route({
    method: 'POST',
    path: '/api/appointments/{id}/conclusion',
    summary: 'Say of each deliverable: delivered, promised anew, or let go',
    params: byId,
    ifMatch: 'optional',
    body: z.object({ deliverables: z.array(Said).max(20), words: maybeLine(500).default('') }),
    status: 200,
    response: Appointment,
  }),
  getCalendarFeed: route({
    method: 'GET',
    path: '/api/calendar-feed',
    summary: 'Whether I have a private calendar address',
    status: 200,
    response: CalendarFeed,
  }),
  createCalendarFeed: route({
    method: 'POST',
    path: '/api/calendar-feed',
    summary: 'Make a private calendar address, or a new one in place of the old',
    scope: 'never',
    idempotent: false,
    status: 201,
    response: MadeCalendarFeed,
  }),
  removeCalendarFeed: route({
    method: 'DELETE',
    path: '/api/calendar-feed',
    summary: 'End my private calendar address at once',
    scope: 'never',
    status: 204,
  }),
  readCalendar: route({
    method: 'GET',
    path: '/api/calendar/{token}.ics',
    summary: 'Appointments and promises of whoever has this address (iCalendar); for calendar programs',
    for: 'anyone',
    params: z.object({ token: z.string().max(500) }),
    status: 200,
    also: [304],
    produces: 'text/calendar',
  }),
};
