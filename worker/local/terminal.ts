import { relative } from 'node:path';
import { shanghaiTime } from './demoClock.ts';
import { LocalProblem } from './localProblem.ts';
import type { LocalServer } from './serve.ts';

/** The port that PORT names. @throws LocalProblem where it is none. */
export function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port > 0 && port < 65_536) return port;
  throw new LocalProblem(
    `PORT“${text}”不是有效的端口（1 至 65535）。`,
    `PORT “${text}” is no valid port (1 to 65535).`,
  );
}

/** What DEMO asks for: all of the demo, no sample reports, or real time without any demo. @throws LocalProblem where it says something else. */
export function readDemo(text: string | undefined): { empty?: true; realTime?: true } {
  if (!text) return {};
  if (text === 'empty') return { empty: true };
  if (text === 'off') return { realTime: true };
  throw new LocalProblem(
    `DEMO“${text}”不对：不填，或写成 DEMO=empty（没有示例填报）、DEMO=off（按真实日期，没有演示数据）。`,
    `DEMO “${text}” is wrong: leave it out, or write DEMO=empty (no sample reports) or DEMO=off (real time, nothing of the demo).`,
  );
}

/** What is open where, in both languages; `url` is where the pages are. */
export function announcement(server: LocalServer, url: string, seconds: string): string {
  const { keys } = server;
  if (server.realTime) return realAnnouncement(server, url, seconds);
  const links: [string, string, string][] = [
    [
      '台账工作簿（薛家镇）',
      'Workbook of one town (Xuejia)',
      `${url}/workbook?unit=xuejia&list=2024#key=${keys.reporters.xuejia}`,
    ],
    [
      '上传自己的表格（薛家镇）',
      'Upload a table of one’s own (Xuejia)',
      `${url}/upload#key=${keys.reporters.xuejia}`,
    ],
    ['区局页面', 'The bureau’s page', `${url}/bureau#key=${keys.officer}`],
    ['清单导入与更正', 'Import and correct a list', `${url}/lists#key=${keys.admin}`],
    ['接口说明', 'API documentation', `${url}/docs`],
    ['Excel 加载项清单', 'Manifest for Excel', `${url}/manifest.xml`],
  ];
  const file = relative(process.cwd(), server.keysFile);
  return [
    '',
    `台账已启动（${seconds} 秒），演示日期 ${shanghaiTime(server.now)}（北京时间）。请打开：`,
    `Taizhang is ready (${seconds} s); the demo’s date is ${shanghaiTime(server.now)} in Shanghai. Open:`,
    '',
    ...links.flatMap(([zh, en, link]) => [`  ${zh} · ${en}`, `    ${link}`, '']),
    '演示日期下不会发送自动提醒。 · On the demo’s date no reminders are sent.',
    `各单位的访问密钥在 ${file}。按 Ctrl+C 停止；数据保留，npm run reset 清空。`,
    `Access keys of all units are in ${file}. Ctrl+C stops; data stay, npm run reset empties them.`,
    '',
  ].join('\n');
}

/** The same by real time: an administrator begins with roster and list. */
function realAnnouncement({ keys }: LocalServer, url: string, seconds: string): string {
  return [
    '',
    `台账已启动（${seconds} 秒），按真实日期运行。请打开：`,
    `Taizhang is ready (${seconds} s) and runs by real time. Open:`,
    '',
    ...['/lists', '/roster'].flatMap((page) => [`    ${url}${page}#key=${keys.admin}`, '']),
    '工作日 9:00 发送自动提醒（在“名册与密钥 › 自动提醒”中设置）。 · Reminders go out at 9:00 on working days, once they are set.',
    '按 Ctrl+C 停止；数据保留。 · Ctrl+C stops; data stay.',
    '',
  ].join('\n');
}

/** Closes what runs at Ctrl+C, then ends the process. */
export function untilStopped(close: () => Promise<void>): void {
  const stop = () => {
    console.log('正在停止… Stopping…');
    void close().finally(() => process.exit());
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // Miniflare's own listener ends the process at once, before the server has closed.
    process.removeAllListeners(signal);
    process.once(signal, stop);
  }
}
