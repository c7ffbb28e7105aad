import type { ListHead } from '../../columns/listHead.ts';

/** The header of a small list, for the examples of messages. */
export const exampleHead: ListHead = {
  row: 2,
  columns: [
    { heading: '序号', role: 'sequence', confidence: 'certain', candidates: [], samples: ['1'] },
    {
      heading: '重点工作',
      role: 'name',
      confidence: 'certain',
      candidates: ['arrangements'],
      samples: ['检查'],
    },
    {
      heading: '检查内容',
      role: 'arrangements',
      confidence: 'said',
      candidates: ['name'],
      samples: ['检查企业'],
    },
    { heading: '责任科室', role: 'units', confidence: 'certain', candidates: [], samples: ['某科'] },
  ],
};
