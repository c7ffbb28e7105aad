import { beforeAll, beforeEach, expect } from 'vitest';
import type { WorkbookProposal } from '../../../shared/wire/workbookProposal.ts';
import { demoMorning, issueKey, startApi, type Api, type Client } from './client.ts';
import { document, roster } from './published.ts';
import { ledgerOf, propose, type UploadFile } from './uploading.ts';

/** A made-up town with a key of its own. */
export interface Town {
  id: string;
  client: Client;
  key: string;
}

export const rows = [
  ['1', '完善内部隐患举报制度，建立“吹哨人”机制', '推进中', { number: 7, style: 0 }, '', '已有7家出台制度。'],
  ['2', '每月调度举报奖励制度执行情况', '√', '', '', '按月调度，兑现举报2条。'],
  ['3', '主要负责人完成职工代表评议并报告履职情况', '已完成', '9家', '2024-03-28', '9家企业全部完成评议。'],
  ['4', '慰问一线职工', '已完成', '', '', '全部走访。'],
];

/** Made-up towns, all alike: one for each test. */
const towns = Array.from({ length: 99 }, (_, at) => `made${at + 1}`);

/** The API with the list of 2024 and many towns; each test has a town of its own, and the ledger of `rows`. */
export class Uploads {
  api!: Api;
  file!: UploadFile;
  town!: Town;
  private readonly units = [...towns];

  constructor() {
    beforeAll(async () => {
      this.api = await startApi();
      const group = roster.groups.find(({ members }) => members.length > 5)!;
      const more = {
        units: [
          ...roster.units,
          ...towns.map((id, at) => ({ id, name: `第${at + 1}试镇`, kind: 'town', aliases: [] })),
        ],
        groups: roster.groups.map((each) =>
          each === group
            ? {
                ...each,
                members: [...each.members, ...towns.map((id) => ({ ...each.members[0]!, unit: id }))],
              }
            : each,
        ),
      };
      for (const answer of [
        await this.api.admin.replace('/v1/roster', more),
        await this.api.admin.put('/v1/task-lists/2024', document),
      ])
        expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      this.file = await ledgerOf(rows);
    });
    beforeEach(async () => {
      this.api.clock.at = demoMorning;
      this.town = await this.next();
    });
  }

  async next(): Promise<Town> {
    const id = this.units.pop()!;
    const issued = await issueKey('reporter', id);
    return { id, client: this.api.as(issued.key), key: issued.key };
  }

  async proposed(answers = {}, upload = this.file): Promise<WorkbookProposal> {
    const { status, body } = await propose(this.town.client, upload, answers);
    expect(status, JSON.stringify(body)).toBe(200);
    return body;
  }
}

/** Reports in a line each: what they are for, how they stand, what is asked, what a push would be answered. */
export const linesOf = ({ reports }: WorkbookProposal): string[] =>
  reports.map(
    ({ arrangement, period, state, questions, outcome }) =>
      `${arrangement} ${period} ${state} ${questions.map(({ about }) => about).join()} ${outcome}`,
  );
