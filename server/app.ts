// READ FIRST. What Goodturn consists of: one line a capability, in the order in which they may know each other
// (each knows only those above it, through its front door). Then: how they become one server. Next: requests/rules.ts.
import type { FastifyInstance } from 'fastify';
import { join } from 'node:path';
import { createAuth, secretOf } from './auth/auth.ts';
import { authRoutes } from './auth/routes.ts'; //            sign in by password or passkey; sessions; single-use links
import { directoryAudiences, personRefs, principalOf, whoStays } from './directory/directory.ts';
import { directoryRoutes } from './directory/routes.ts'; //  people, names as they are said, teams, working calendars
import { noticesRoutes } from './notices/routes.ts'; //      what concerns me reaches me once
import { openStores, type S3Settings } from './attachments/attachments.ts';
import { attachmentsRoutes } from './attachments/routes.ts'; // files that go along with words
import { mailRoutes } from './notices/mail-routes.ts';
import { promiseAudience, promiseTitles, type PromiseSubjects } from './promises/promises.ts';
import { promiseAnswersRoutes } from './promises/answer-routes.ts';
import { promisesRoutes } from './promises/routes.ts'; //    the ledger: promise, renegotiate in time, keep; trust
import {
  appointmentAudience,
  appointmentPromises,
  appointmentTitles,
  deliverableTitles,
} from './appointments/appointments.ts';
import { takeAnswers } from './appointments/replies.ts';
import { appointmentsRoutes } from './appointments/routes.ts'; // an hour at which somebody asks what was delivered; calendars
import { ideaAppointments, ideaAudience, ideaPromises, ideaTitles } from './ideas/ideas.ts';
import { ideasRoutes } from './ideas/routes.ts'; //          ideas climb: heard, decided, committed to somebody, an appointment
import { serviceAudience } from './catalog/catalog.ts';
import { catalogRoutes } from './catalog/routes.ts'; //      the services that teams offer, and their forms
import { mayReadAttachment, requestAudiences, requestPromises, requestTitles } from './requests/requests.ts';
import { requestsRoutes } from './requests/routes.ts'; //    the conversation in three stages: opening, serving, closing
import { deskRoutes } from './desk/routes.ts'; //            saved views, and replies written once
import { recurringRoutes } from './recurring/routes.ts'; //  asks that come round by themselves
import { articleAudience, mayReadArticleFile } from './knowledge/knowledge.ts';
import { knowledgeRoutes } from './knowledge/routes.ts'; //  what a team writes down so that others need not ask
import { findingRoutes } from './finding/routes.ts'; //      one search over what I may see
import { overviewRoutes } from './overview/routes.ts'; //    how a team's work goes, never how a person's does
import { keptWithin, teamRecords } from './trust/trust.ts';
import { trustRoutes } from './trust/routes.ts'; //          how promises were kept: of oneself, of teams, of services
import { goalAudience } from './goals/goals.ts';
import { goalsRoutes } from './goals/routes.ts'; //          how soon a team wants to be there for its colleagues, and how it goes
import { anticipationRoutes } from './anticipation/routes.ts'; // what else is needed, offered before anybody has to ask
import { courtesyRoutes } from './courtesy/routes.ts'; //    how teams say hello and goodbye, and how everybody asks
import { createCourier, wayOut, webhookTitles, type Courier } from './connect/connect.ts';
import { connectRoutes } from './connect/routes.ts'; //      webhooks: programs are told what changes
import { importingRoutes } from './connect/importing-routes.ts'; // moving in from an earlier system
import { privacyRoutes } from './privacy/routes.ts'; //      one's own data, forgetting people, how long words stay
import { sampleRoutes } from './sample/routes.ts'; //        a company to look around in
import { isSampleOrdered, makeSample, orderSample, sampleState } from './sample/sample.ts';
import { createOutgoing, type Outgoing } from './outgoing.ts';
import { rounds, tasksOf } from './timetable.ts'; //         what the jobs do, and when
import { auditRoutes } from './platform/audit.ts';
import { transact, type Database } from './platform/db.ts';
import { register, type Served } from './platform/http.ts';
import { orderJob, startJobs, type Jobs } from './platform/jobs.ts';
import { createLive, type Live, type StillIn } from './platform/live.ts';
import type { Server } from './platform/mail/mail.ts';
import { measure } from './platform/metrics.ts';
import type { Reach } from './platform/outbound.ts';
import { isRefused } from './platform/outcome.ts';
import { describe } from './platform/openapi.ts';
import { platformRoutes } from './platform/routes.ts';
import { createServer } from './platform/server.ts';

export type Parts = Database & {
  config: {
    /** Where people reach us: scheme, host and port. */
    publicUrl: string;
    /** Where files are kept, when not in the database. */
    files?: S3Settings | undefined;
    /** Addresses and networks that webhooks may reach though they are not public, by http too. */
    webhookAllow?: readonly string[];
    /** The mail server that the environment names; wins over the one in the settings. */
    mailServer?: Server | undefined;
  };
  clock: () => Date;
  /** Limits on tries; off only in tests. */
  limited?: boolean;
  /** The folder of the built web app. */
  web?: string;
  log?: boolean;
  /** How push services are reached; another way in tests. */
  reach?: Reach;
};

export type App = {
  http: FastifyInstance;
  /** Every operation, as served. */
  served: readonly Served[];
  live: Live;
  courier: Courier;
  /** Mail and pushes: what the jobs send. */
  outgoing: Outgoing;
  startJobs: () => Promise<void>;
  /** Makes the sample company if there is none yet; false when another company lives here. */
  makeDemo: () => Promise<boolean>;
  stop: () => Promise<void>;
};

/** The whole server on a migrated database; nothing listens and no job runs until asked to. */
export async function createApp(parts: Parts): Promise<App> {
  const { db, pool, clock, config } = parts;
  const secure = config.publicUrl.startsWith('https:');
  const web = parts.web ?? join(import.meta.dirname, '../dist');
  const http = await createServer({ web, secure, log: parts.log ?? false });
  const report = (message: string, cause: unknown) => http.log.error({ err: cause }, message);

  const secret = await secretOf(db);
  const auth = createAuth({
    pool,
    baseUrl: config.publicUrl,
    secret,
    clock,
    report,
    ...(parts.limited === false ? { limited: false } : {}),
  });
  const audiences = {
    appointment: appointmentAudience,
    idea: ideaAudience,
    promise: promiseAudience,
    service: serviceAudience,
    ...requestAudiences,
    article: articleAudience,
    ...directoryAudiences,
    goal: goalAudience,
  };
  const stillIn: StillIn = (connection, passes) => whoStays(connection, passes, clock());
  const live = createLive(parts, { audiences, stillIn, report });
  const out = wayOut(config.webhookAllow ?? []);
  const courier = createCourier({ db, clock, audiences, reach: out.reach, report });
  const stores = openStores(db, config.files);
  const subjects = {
    webhook: webhookTitles,
    promise: promiseTitles,
    request: requestTitles,
    appointment: appointmentTitles,
    idea: ideaTitles,
  };
  // What appointments grow out of.
  const origins = { idea: ideaAppointments };
  // Whose things promises are made about.
  const promised: PromiseSubjects = {
    request: requestPromises,
    appointment: appointmentPromises(origins),
    idea: ideaPromises,
  };
  const { publicUrl, mailServer } = config;
  const { reach } = parts;
  const outgoing = createOutgoing({ db, clock, secret, publicUrl, subjects, promised, mailServer, reach, report });
  const metrics = measure(http, live.count);

  const served: Served[] = [
    authRoutes(auth),
    directoryRoutes({ auth, news: live.place, ...outgoing }),
    noticesRoutes({ subjects, ...outgoing }),
    mailRoutes({ ...outgoing, takers: [takeAnswers(outgoing.secrets)], tried: auth.tried }),
    attachmentsRoutes({ stores, readers: { request: mayReadAttachment, article: mayReadArticleFile } }),
    promisesRoutes({ subjects: promised }),
    promiseAnswersRoutes(outgoing),
    appointmentsRoutes({
      subjects,
      promised: { ...subjects, appointment: deliverableTitles },
      origins,
      publicUrl,
      sender: outgoing.mailer.sender,
      tried: auth.tried,
    }),
    ideasRoutes(),
    catalogRoutes(),
    requestsRoutes({ teamRecords, promised, origins }),
    deskRoutes(),
    recurringRoutes(),
    knowledgeRoutes(),
    findingRoutes({ promised }),
    overviewRoutes({ keptWithin }),
    trustRoutes(),
    goalsRoutes(),
    anticipationRoutes(),
    courtesyRoutes(),
    connectRoutes({ mayCall: out.mayCall }),
    importingRoutes(),
    privacyRoutes(),
    sampleRoutes({ order: (tx) => orderJob(tx, 'sample') }),
  ];
  served.push(auditRoutes({ people: personRefs }));
  // Whoever asks for it need not sign in: it is made once.
  let described: ReturnType<typeof describe> | undefined;
  served.push(
    platformRoutes({
      db,
      live,
      metrics,
      document: () => (described ??= describe(served)),
    }),
  );
  register(
    http,
    {
      db,
      clock,
      principal: (database, request, now) => principalOf(database, auth, request, now),
      origins: [new URL(config.publicUrl).origin],
    },
    served,
  );

  let jobs: Jobs | undefined;
  http.addHook('onListen', () => live.start());
  return {
    http,
    served,
    live,
    courier,
    outgoing,
    startJobs: async () => {
      const tasks = tasksOf({ db, clock, stores, courier, outgoing, promised });
      jobs = await startJobs({ pool, tasks, every: rounds, clock, report });
      courier.start();
      // One that was being made when the process was killed is taken up again.
      if (await isSampleOrdered(db)) await orderJob(db, 'sample');
      await orderJob(db, 'import');
      await orderJob(db, 'moveIn');
      // Whoever was about to wait too long while nobody was here to tell of it.
      await orderJob(db, 'goals');
    },
    makeDemo: async () => {
      const ordered = await transact(db, (tx) => orderSample(tx, clock()));
      if (isRefused(ordered)) return (await sampleState(db)).state === 'ready';
      await makeSample(db, clock());
      return true;
    },
    stop: async () => {
      await courier.stop();
      await live.stop();
      await http.close();
      await jobs?.stop();
    },
  };
}
