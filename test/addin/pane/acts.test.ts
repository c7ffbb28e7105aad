import { describe, expect, it, vi } from 'vitest';
import { createActs, rowOf } from '../../../addin/pane/acts.ts';
import type { Session } from '../../../addin/flows/session.ts';
import { acts as names } from '../../../shared/manifest/acts.ts';

const row = '2024.2-1-4.1.i1.weicun.2024-W15.k';

/** A session that keeps what was asked of it. */
function stage(answer: { go: string } | null = null) {
  const asked: string[] = [];
  const session = {
    view: { ledger: { unit: { id: 'weicun' }, rows: new Map([[row, {}]]) }, me: null },
    pull: async () => void asked.push('pull'),
    check: async () => void asked.push('check'),
    sync: async () => void asked.push('sync'),
    select: async (key: string, column: string) => {
      asked.push(`select ${key} ${column}`);
      return true;
    },
  } as unknown as Session;
  const show = vi.fn(async (unit: string | null) => {
    asked.push(`progress of ${unit}`);
    return answer;
  });
  return { asked, show, acts: createActs(session, show) };
}

describe('E1.2: acts', () => {
  it('each does its own and nothing else', async () => {
    const { acts, asked } = stage();
    const done: Record<string, string[]> = {};
    for (const act of names) {
      await acts.run(act);
      done[act] = asked.splice(0);
    }
    expect(done).toEqual({
      connect: [],
      pull: ['pull'],
      check: ['check'],
      sync: ['sync'],
      stats: ['progress of weicun'],
      help: [],
    });
  });

  it('帮助 opens the guide, any other act closes it, and each change is told', async () => {
    const { acts } = stage();
    const told: boolean[] = [];
    const end = acts.onGuide((open) => told.push(open));
    await acts.run('help');
    expect(acts.guide).toBe(true);
    await acts.run('connect');
    expect(acts.guide).toBe(false);
    await acts.run('help');
    acts.closeGuide();
    end();
    await acts.run('help');
    expect(told).toEqual([true, false, true, false]);
  });

  it('E2: the row of what was chosen in the progress page is selected; what the ledger has not is passed over', async () => {
    const chosen = stage({ go: '2024.2-1-4.1.weicun.2024-W15' });
    await chosen.acts.run('stats');
    expect(chosen.asked).toEqual(['progress of weicun', `select ${row} status`]);
    const unknown = stage({ go: '2024.2-1-4.1.weicun.2024-W16' });
    await unknown.acts.run('stats');
    expect(unknown.asked).toEqual(['progress of weicun']);
    expect(rowOf('nonsense', [row, 'x'])).toBeNull();
  });

  it('E2: without a progress page there is none to show', async () => {
    const { acts } = stage();
    expect(acts.hasProgress).toBe(true);
    const none = createActs({ view: { ledger: null, me: null } } as unknown as Session, null);
    expect(none.hasProgress).toBe(false);
    await expect(none.run('stats')).resolves.toBeUndefined();
  });
});
