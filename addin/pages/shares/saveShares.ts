import type { AllocationsAnswer } from '../../../shared/wire/allocationsAnswer.ts';
import { ApiProblem } from '../../api/problem.ts';
import { afterSaving, mergeIn, type ShareSheet, toSave } from './model/shareSheet.ts';
import type { SharesApi } from './sharesApi.ts';

/** The sheet on the screen: it may be typed into while it is being saved. */
export interface HeldSheet {
  now: () => ShareSheet;
  change: (how: (sheet: ShareSheet) => ShareSheet) => void;
}

export interface Saved {
  /** How many shares were saved. */
  count: number;
  /** Who had saved meanwhile, and when; `null`: nobody. */
  meanwhile: AllocationsAnswer['saved'];
}

/**
 * Saves what was changed, and nothing else. Where another has saved meanwhile, that is read and merged in, and what does not
 * clash goes out again.
 * @throws ApiProblem where it is refused, or where others save without pause.
 */
export async function saveShares(api: SharesApi, year: number, sheet: HeldSheet): Promise<Saved> {
  let meanwhile: AllocationsAnswer['saved'] = null;
  for (let turn = 1; ; turn += 1) {
    const sent = toSave(sheet.now());
    if (sent.length === 0) return { count: 0, meanwhile };
    try {
      const { version } = await api.save(year, sent, sheet.now().version);
      const merged = meanwhile !== null;
      // What has just come in from another stays marked: the message speaks of it.
      sheet.change((now) => ({
        ...afterSaving(now, sent, version),
        ...(merged ? { arrived: now.arrived } : {}),
      }));
      return { count: sent.length, meanwhile };
    } catch (problem) {
      if (!(problem instanceof ApiProblem) || problem.code !== 'changed-meanwhile' || turn === 5)
        throw problem;
      const { value, version } = await api.shares(year);
      meanwhile = value.saved;
      sheet.change((now) => mergeIn(now, value.allocations, version));
    }
  }
}
