import type { Status } from '../../row/row.ts';

const done =
  '完成 完成了 已完成了 办结 已办结 办完 已办完 做完 做完了 已做完 完结 已完结 完毕 已完毕 全部完成 已全部完成 辦結 已辦結';
const none =
  '无 没有 无此类 没有此类 无该类 无此项 不涉及 未涉及 不适用 本地无 本地没有 本地没有此类 本地不涉及 无此类情况 無 本地無此類';

function aliases(table: Partial<Record<Status, string>>): ReadonlyMap<string, Status> {
  const map = new Map<string, Status>();
  for (const [status, words] of Object.entries(table)) {
    for (const word of [status, ...words.split(' ')]) map.set(word, status as Status);
  }
  return map;
}

/** What clerks write for a status of a dated or undated arrangement. 未完成, 暂无 say too little and are left out. */
export const datedAliases = aliases({
  未开始: '没开始 还没开始 尚未开始 暂未开始 未启动 尚未启动 未开工 未实施 未開始',
  进行中:
    '进行 正在进行 正在进行中 推进中 正在推进 正在推进中 办理中 正在办理 在办 开展中 正在开展 实施中 整改中 進行中',
  已完成: done,
  本地无此类: none,
});

/** The same on rows of a cadence. 已完成 itself is a status of the other kind, so it is not among them. */
export const cadenceAliases = aliases({
  已开展: `开展 开展了 已开展了 已经开展 正常开展 已開展 ${done}`,
  未开展: '没开展 没有开展 尚未开展 暂未开展 未进行 未做 没做 未開展',
  本地无此类: none,
});
