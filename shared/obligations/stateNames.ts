import type { ObligationState } from '../wire/parts/obligationState.ts';
import type { Punctuality } from '../wire/parts/punctuality.ts';

/** How an obligation stands, in the words of pages and files. */
export const stateNames: Record<ObligationState, { zh: string; en: string }> = {
  upcoming: { zh: '未到填报期', en: 'Upcoming' },
  open: { zh: '待填报', en: 'Open' },
  received: { zh: '已收，未完成', en: 'Received, not done' },
  fulfilled: { zh: '已完成', en: 'Fulfilled' },
  overdue: { zh: '逾期未完成', en: 'Overdue' },
  undated: { zh: '未定时限', en: 'Undated' },
  waived: { zh: '已免报', en: 'No longer needed' },
  retired: { zh: '不再要求', en: 'Retired' },
};

export const punctualityNames: Record<Punctuality, { zh: string; en: string }> = {
  onTime: { zh: '按时', en: 'On time' },
  reportedLate: { zh: '迟报', en: 'Reported late' },
  completedLate: { zh: '逾期完成', en: 'Completed late' },
};
