import { useMemo } from 'preact/hooks';
import type { Opened } from '../shared/keyed/keyedPage.tsx';
import { Progress, type Tab, yearOf } from '../shared/progress/progress.tsx';
import { progressApi } from '../shared/progress/progressApi.ts';

const tabs: readonly Tab[] = ['unit', 'category', 'task', 'arrangement', 'period', 'quantity'];

/** The district's progress in the newest list, with the key that opened the page. */
export function Bureau({ accessKey, me, turn }: Opened) {
  const api = useMemo(() => progressApi(accessKey), [accessKey]);
  return <Progress api={api} year={yearOf(me)} turn={turn} tabs={tabs} />;
}
