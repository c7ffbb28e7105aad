import type { Univer } from '@univerjs/core';
import { AUTO_FILL_APPLY_TYPE, IAutoFillService } from '@univerjs/sheets';

/**
 * The fill handle copies: a ledger's 1 and 已调度5家企业 are the same report in the next row, and no beginning of a
 * series. A series is had by choosing it in the menu that stays beside what was filled.
 */
export function fillCopies(univer: Univer): void {
  univer
    .__getInjector()
    .get(IAutoFillService)
    .addHook({
      id: 'taizhang-copy',
      onBeforeFillData: () => AUTO_FILL_APPLY_TYPE.COPY,
    });
}
