import type { InBoth } from './parameters.ts';

/** The groups in which the routes are described. */
export const tags = [
  {
    name: '填报 · Reporting',
    description: '台账的拉取、推送、上传，供填报单位使用 · Pulling, pushing and uploading a unit’s ledger',
  },
  {
    name: '进度 · Progress',
    description:
      '谁报了什么、按时与否、还差多少 · Who has reported what, on time or not, and what is missing',
  },
  {
    name: '填报数据 · Reported rows',
    description:
      '全区各行的数据、草稿、修订记录和变化 · The district’s rows with values, drafts, revisions, and what changed',
  },
  {
    name: '审核 · Review',
    description: '审核、退回、延期、解锁 · Accepting, returning, extending and unlocking reports',
  },
  {
    name: '通报 · Bulletins',
    description: '通报的起草、修改、印发 · Drafting, editing and issuing bulletins',
  },
  {
    name: '日历与提醒 · Calendar and reminders',
    description: '时限的日历订阅和到期提醒 · Feeds of deadlines, and messages of what falls due',
  },
  {
    name: '任务清单 · Task lists',
    description: '清单的试读、比对、发布、设置 · Reading, comparing, publishing and setting a year’s list',
  },
  {
    name: '分解指标 · Allocations',
    description: '全区指标分解到各单位 · Shares of the district’s targets, by unit',
  },
  { name: '名册 · Roster', description: '责任单位与单位组 · Units and unit groups' },
  {
    name: '密钥 · Keys',
    description: '访问密钥的发放与停用，当前密钥是谁 · Issuing and revoking access keys; whose key this is',
  },
  {
    name: '操作记录 · Who did what',
    description: '谁在何时改了什么 · Who changed what, and when',
  },
  {
    name: '运行 · Operation',
    description: '供监控使用，不需要密钥 · For whoever watches over a deployment; no key is asked for',
  },
] as const satisfies readonly { name: InBoth; description: InBoth }[];

/** The name of a group of routes. */
export type TagName = (typeof tags)[number]['name'];
