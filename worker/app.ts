import { requestId } from 'hono/request-id';
import { manifestFor } from '../shared/manifest/manifest.ts';
import { commonHeaders } from '../shared/site/headers.ts';
import { answerPolicy } from '../shared/site/policy.ts';
import { bulletinRoutes } from './bulletins/bulletins.routes.ts';
import { auditRoutes } from './audit/audit.routes.ts';
import { healthRoutes } from './health/health.routes.ts';
import { calendarTokenRoutes } from './calendar/calendarTokens.routes.ts';
import { calendarFeedRoutes } from './calendar/feed.routes.ts';
import { router } from './http/describe.ts';
import { describeApi } from './http/description.ts';
import { speakSameProtocol } from './http/protocol.ts';
import { authenticate, claimKey } from './keys/authenticate.ts';
import { limitStrangers } from './keys/rateLimits.ts';
import { keyRoutes } from './keys/keys.routes.ts';
import { meRoutes } from './me/me.routes.ts';
import { obligationRoutes } from './obligations/obligations.routes.ts';
import { logFailures, problemDoor } from './http/problemDoor.ts';
import { consoleLog, type FailureLog } from './problems/failureLine.ts';
import { Problem } from './problems/problem.ts';
import { reminderRoutes } from './reminders/reminders.routes.ts';
import { progressRoutes } from './progress/progress.routes.ts';
import { trendRoutes } from './progress/trend.routes.ts';
import { rosterRoutes } from './roster/roster.routes.ts';
import { changesRoutes } from './changes/changes.routes.ts';
import { submissionRoutes } from './submissions/submissions.routes.ts';
import { pullers, sheetRoutes } from './ledger/pull.routes.ts';
import type { Barrier } from './ledger/push.usecase.ts';
import { pushers, syncRoutes } from './ledger/push.routes.ts';
import { actRoutes } from './acts/acts.routes.ts';
import { allocationRoutes } from './allocations/allocations.routes.ts';
import { taskListRoutes } from './publishing/taskLists.routes.ts';
import { templateRoutes } from './template/template.routes.ts';
import { publishingRoutes } from './publishing/publishings.routes.ts';
import { ledgerShapeRoutes } from './workbooks/ledgerShapes.routes.ts';
import { uploaders, workbookRoutes } from './workbooks/workbooks.routes.ts';

/** Headers of every answer: what pages have too, and that an answer is no page and nothing to keep. */
const answerHeaders = Object.entries({
  ...commonHeaders,
  'Content-Security-Policy': answerPolicy,
  'Cache-Control': 'no-store',
});

export interface AppOptions {
  /** Real time in milliseconds; the demo clock's offset is added to it. */
  now?: () => number;
  /** Called between the read of a push or an act and its batch. */
  barrier?: Barrier;
  /** Takes a line for every request that failed. */
  log?: FailureLog;
}

/** The API. */
export function createApp({ now = Date.now, barrier = async () => {}, log = consoleLog }: AppOptions = {}) {
  const app = router();
  app.use('*', requestId({ limitLength: 64 }));
  app.use('*', logFailures(log));
  app.onError(problemDoor);
  app.notFound((c) => {
    throw new Problem('not-found', { method: c.req.method, path: c.req.path });
  });
  // Said beforehand, they go into the answer as it is made; afterwards each would make it anew.
  app.use('*', async (c, next) => {
    for (const [name, value] of answerHeaders) c.header(name, value);
    await next();
  });
  describeApi(app);
  app.route('/', healthRoutes);
  app.get('/manifest.xml', (c) => {
    const xml = manifestFor(new URL(c.req.url).origin);
    return c.body(xml, 200, { 'content-type': 'application/xml; charset=utf-8' });
  });
  app.use('/v1/*', limitStrangers);
  app.use('/v1/*', speakSameProtocol);
  // Before any key is asked for: a calendar's address is opened by its own token.
  app.route('/v1', calendarFeedRoutes(now));
  // Pushes and pulls ask for the key in the batch in which they read; everything else asks first.
  app.on('POST', '/v1/sync', claimKey(now, ...pushers));
  app.on('GET', '/v1/sheet', claimKey(now, ...pullers));
  app.on('POST', '/v1/workbooks', claimKey(now, ...uploaders));
  app.on('GET', '/v1/workbooks/:file', claimKey(now, ...pullers));
  app.use('/v1/*', authenticate(now));
  for (const routes of [
    meRoutes,
    keyRoutes,
    calendarTokenRoutes,
    reminderRoutes(now),
    rosterRoutes,
    // Before the lists by year: a template is no year.
    templateRoutes,
    taskListRoutes,
    publishingRoutes,
    allocationRoutes,
    sheetRoutes(now),
    syncRoutes(now, barrier),
    workbookRoutes(now, barrier),
    ledgerShapeRoutes,
    progressRoutes,
    trendRoutes,
    obligationRoutes,
    submissionRoutes,
    changesRoutes,
    auditRoutes,
    actRoutes(barrier),
    bulletinRoutes(barrier),
  ]) {
    app.route('/v1', routes);
  }
  return app;
}

export type App = ReturnType<typeof createApp>;
