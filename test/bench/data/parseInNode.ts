import { parseTaskList } from '../../../shared/import/parseTaskList.ts';
import { readGrid } from '../../../shared/import/table/readGrid.ts';
import { proseText, taskListText } from './taskListText.ts';

/** Run as a process of its own with `--expose-gc`, so that its peak is that of the parse: arrangements, runs and form come as arguments. */
const [arrangements, runs] = process.argv.slice(2, 4).map(Number) as [number, number];
const text = process.argv[4] === 'prose' ? proseText(arrangements) : taskListText(arrangements);
gc?.();
const heap = process.memoryUsage().heapUsed;
const loaded = process.memoryUsage().rss;
const ms: number[] = [];
let result = parseTaskList([]);
for (let run = 0; run < runs; run += 1) {
  const begun = performance.now();
  result = parseTaskList(readGrid(text));
  ms.push(performance.now() - begun);
}
gc?.();
console.log(
  JSON.stringify({
    ms,
    arrangements: result.taskList?.tasks.flatMap((task) => task.arrangements).length ?? 0,
    loadedMb: loaded / 1_048_576,
    peakMb: process.resourceUsage().maxRSS / 1024,
    keptMb: (process.memoryUsage().heapUsed - heap) / 1_048_576,
  }),
);
