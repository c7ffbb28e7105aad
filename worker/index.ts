import { createApp } from './app.ts';
import type { Bindings } from './http/bindings.ts';
import { remindOnSchedule } from './reminders/scheduled.ts';

const app = createApp();

export default {
  fetch: app.fetch,
  /** By the crons of wrangler.toml: the reminders of the day, and half an hour later what is left of them. */
  async scheduled(_: ScheduledController, env: Bindings): Promise<void> {
    await remindOnSchedule(env);
  },
} satisfies ExportedHandler<Bindings>;
