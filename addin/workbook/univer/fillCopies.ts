import type { Univer } from '@univerjs/core';
import { AUTO_FILL_APPLY_TYPE, IAutoFillService } from '@univerjs/sheets';
import { AutoFillUIController } from '@univerjs/sheets-ui';

/**
 * The fill handle copies: a ledger's 1 and 已调度5家企业 are the same report in the next row, and no beginning of a
 * series. A series is had by choosing it in the menu that stays beside what was filled.
 */
export function fillCopies(univer: Univer): void {
  const injector = univer.__getInjector();
  injector.get(IAutoFillService).addHook({
    id: 'taizhang-copy',
    onBeforeFillData: () => AUTO_FILL_APPLY_TYPE.COPY,
  });
  // Univer would listen to the handle three seconds after it has opened: a drag before that did nothing.
  injector.get(AutoFillUIController);
}
