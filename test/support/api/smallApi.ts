import { expect } from 'vitest';
import type { Comparison } from '../../../shared/wire/comparison.ts';
import { smallDocument, type SmallTask } from '../import/smallList.ts';
import { startApi, type Answer, type Api } from './client.ts';

export const smallRoster = {
  units: [
    { id: 'bureau', name: '区应急管理局', kind: 'bureau', aliases: [] },
    { id: 'nan', name: '南镇', kind: 'town', aliases: [] },
    { id: 'bei', name: '北镇', kind: 'town', aliases: [] },
  ],
  groups: [{ name: '各镇', aliases: [], members: [{ unit: 'nan' }, { unit: 'bei' }] }],
};

/** Every test has a year of its own: revisions are never deleted. A file begins with 2024, whichever ran before it. */
const before = 2023;
let years = before;
let ofFile: string | undefined;

/**
 * An app with a small roster, on 10 April of a year of which nothing is published yet; 各镇 are responsible where nobody is
 * named.
 */
export async function startSmall(): Promise<SmallApi> {
  const { testPath } = expect.getState();
  years = testPath === ofFile ? years + 1 : before + 1;
  ofFile = testPath;
  const api = await startApi();
  api.clock.set(`${years}-04-10T09:00:00+08:00`);
  await api.admin.replace('/v1/roster', smallRoster);
  return new SmallApi(api, years);
}

export class SmallApi {
  readonly api: Api;
  readonly year: number;

  constructor(api: Api, year: number) {
    this.api = api;
    this.year = year;
  }

  /** A day of the year: `04-05`. */
  day(day: string): string {
    return `${this.year}-${day}`;
  }

  path(rest = ''): string {
    return `/v1/task-lists/${this.year}${rest}`;
  }

  document(tasks: readonly SmallTask[]): string {
    return smallDocument(
      tasks.map((task) => ({ units: '各镇', ...task })),
      this.year,
    );
  }

  /** What a JSON body is, with `more` beside the grid. */
  body(tasks: readonly SmallTask[], more: object = {}): object {
    const grid = this.document(tasks)
      .split('\n')
      .map((line) => line.split('\t'));
    return { grid, ...more };
  }

  async compare(tasks: readonly SmallTask[], more: object = {}): Promise<Comparison> {
    return this.sound(await this.api.admin.post(this.path('/compare'), this.body(tasks, more)));
  }

  /** Publishes tasks; `more` is what a JSON body has beside the grid, without it a document is sent. */
  publish(tasks: readonly SmallTask[], more?: object, query = ''): Promise<Answer> {
    return this.api.admin.put(this.path(query), more ? this.body(tasks, more) : this.document(tasks));
  }

  /** Publishes, dates in the past too, and fails where that is refused. */
  async published(tasks: readonly SmallTask[], more?: object): Promise<any> {
    return this.sound(await this.knowing((query) => this.publish(tasks, more, query)));
  }

  /** Changes settings, to dates in the past too, and fails where that is refused. */
  async settings(change: object): Promise<any> {
    const { body } = await this.api.admin.get(this.path('/settings'));
    const next = { ...body.settings, ...change };
    return this.sound(
      await this.knowing((query) => this.api.admin.replace(this.path(`/settings${query}`), next)),
    );
  }

  /** Sends again what would make obligations overdue at once, as one who knows how many. */
  private async knowing(send: (query: string) => Promise<Answer>): Promise<Answer> {
    const answer = await send('');
    return answer.body.code === 'overdue-at-once' ? send(`?overdue=${answer.body.known}`) : answer;
  }

  private sound(answer: Answer): any {
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  }
}
