import type { Elsewhere } from '../../pane/elsewhere.tsx';
import { addressOf, type Asked } from './choose.ts';
import type { StoredWorkbook } from './persist.ts';
import { keptWorkbooks } from './shelf.ts';

/** Tells of rows that are not synced in the browser's other workbooks: at once, and whenever the page is come back to. */
export function elsewhereOf(stored: StoredWorkbook, asked: Asked): Elsewhere {
  return {
    subscribe(listener) {
      const look = async () => {
        const others = (await keptWorkbooks()).filter(({ name }) => name !== stored.name);
        listener(
          others
            .filter(({ rows }) => rows > 0)
            .map((each) => ({
              unit: each.unit.name,
              year: each.year,
              rows: each.rows,
              address: addressOf(each),
            })),
          asked.copy !== null,
        );
      };
      const onVisible = () => {
        if (document.visibilityState === 'visible') void look();
      };
      void look();
      document.addEventListener('visibilitychange', onVisible);
      return () => document.removeEventListener('visibilitychange', onVisible);
    },
  };
}
