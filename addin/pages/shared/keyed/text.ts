import { texts } from '../../../text/texts.ts';

/** The sentences that every page with a key shares. */
export const keyedText = texts(
  {
    today: '今天',
    demoToday: '演示日期',
    refresh: '刷新',
    leave: '退出',
    otherLanguage: 'English',
    keyTitle: '请填入区局的访问密钥',
    keyHint: '密钥以 tz_ 开头，只保存在打开着的工作台标签页里，全部关闭即清除。',
    unitKeyTitle: '请填入本单位的访问密钥',
    unitKeyHint: '这里还没有本单位的密钥。密钥以 tz_ 开头，与连接台账时用的相同，只保存在这台电脑上。',
    keyLabel: '访问密钥',
    keyOpen: '打开',
    keyMissing: '请先填入密钥。',
    reporterKey: (unit: string) => `这是${unit}的填报密钥，只能填报本单位的台账，不能打开本页。`,
    openWorkbook: '打开工作簿',
    bureauKey: '这是区局的密钥。本页只看一个单位的进度，请打开区局进度页。',
    openBureau: '打开区局进度',
    offline: '无法连接服务器，请检查网络后重试。',
    badAnswer: '服务器的答复无法识别。请刷新页面；仍不行，请联系管理员。',
    again: '重试',
    loading: '正在读取…',
  },
  {
    today: 'Today',
    demoToday: 'Demo date',
    refresh: 'Refresh',
    leave: 'Sign out',
    otherLanguage: '中文',
    keyTitle: 'Enter the bureau’s access key',
    keyHint:
      'It begins with tz_ and is kept in the open tabs of the desk only, until the last of them is closed.',
    unitKeyTitle: 'Enter your unit’s access key',
    unitKeyHint:
      'There is no key of your unit here yet. It is the one that connects the ledger, begins with tz_, and is kept on this computer only.',
    keyLabel: 'Access key',
    keyOpen: 'Open',
    keyMissing: 'Enter a key first.',
    reporterKey: (unit) =>
      `This key belongs to ${unit}: it fills in that unit’s ledger and cannot open this page.`,
    openWorkbook: 'Open the workbook',
    bureauKey: 'This is a key of the bureau. This page shows one unit; open the bureau’s page instead.',
    openBureau: 'Open the bureau’s page',
    offline: 'The server cannot be reached. Check the network and try again.',
    badAnswer:
      'The server’s answer cannot be read. Reload the page; if that does not help, ask the administrator.',
    again: 'Try again',
    loading: 'Loading…',
  },
);
