import type { LedgerRole } from '../../../shared/columns/roleNames.ts';
import type { LedgerSheet } from '../../../shared/ledgers/ledgerFile.ts';
import type { ScheduleKind } from '../../../shared/taskList/taskList.ts';
import type { LedgerMemories } from '../../../shared/wire/ledgerMemories.ts';
import type { Sheet } from '../../../shared/wire/sheet.ts';
import type { Api } from '../../api/port.ts';
import type { ListFacts } from '../../api/listFacts.ts';
import { localProblem } from '../../api/problem.ts';
import type { WorkbookPort } from '../../workbook/port.ts';
import type { Hers } from '../ledger.ts';
import { indexRows } from '../rowIndex.ts';
import type { Syncing } from '../syncing.ts';
import type { View } from '../view.ts';
import { planTurn } from './planTurn.ts';
import type { BindProposal, SaidBinding } from './proposed.ts';

/** What the pane shows while a sheet of the clerk's own is looked at. */
export interface HersView {
  /** The workbook's sheets, each with why it is not read; `null`: it is. */
  sheets: { name: string; why: BindProposal['why'] }[];
  /** `null`: no sheet can be the ledger. */
  proposal: BindProposal | null;
  hasResult: boolean;
  /** She had gone on typing: what is shown has been read anew. */
  isAnew: boolean;
  /** Names of series, for lists to choose from. */
  names: ReadonlyMap<string, { code: string; text: string; indicator: string; kind: ScheduleKind }>;
}

/** 使用我现有的表格: from a proposal to the binding, and the periods of rows that are overwritten. */
export interface HersFlow {
  propose(): Promise<void>;
  /** Takes her word, and shows the proposal as it is with it. */
  say(word: Partial<Pick<SaidBinding, 'sheet' | 'hasResult'>>): Promise<void>;
  sayRole(at: number, role: LedgerRole | 'unread'): Promise<void>;
  sayRow(row: number, series: string | null): Promise<void>;
  sayPeriod(kind: ScheduleKind, period: string): Promise<void>;
  /** Goes to a cell of the sheet that is looked at. */
  go(sheet: string, row: number, column: number): Promise<boolean>;
  cancel(): void;
  /** Makes it the ledger; where the sheet is another by now, the proposal is shown anew. */
  bind(): Promise<void>;
  /** Rows that are overwritten stand for these periods from now on. */
  turn(periods: Hers['overwritten']): Promise<void>;
}

/** What is looked at: the workbook's sheets, and what they are read against. */
export interface Read {
  sheets: LedgerSheet[];
  sheet: Sheet;
  facts: ListFacts;
  memories: LedgerMemories['shapes'];
}

export interface HersDeps {
  port: WorkbookPort;
  view: View;
  api(): Api | null;
  syncing: Syncing;
  /** The ledger is another sheet: nothing is known of it. */
  onBound(): void;
}

/** What can be chosen: each series of the unit's. */
const namesOf = ({ rows }: Sheet): HersView['names'] =>
  new Map(
    rows.map(({ key, arrangement, arrangementText, indicatorLabel, context }) => [
      key.split('.').slice(1, 4).join('.'),
      {
        ...{ code: arrangement, text: arrangementText, kind: context.scheduleKind },
        indicator: context.indicator.id === 'done' ? '' : indicatorLabel,
      },
    ]),
  );

const nothingSaid: SaidBinding = {
  ...{ sheet: null, roles: new Map(), rows: new Map(), periods: {} },
  hasResult: true,
};

export function createHers({ port, view, api, syncing, onBound }: HersDeps): HersFlow {
  let said = nothingSaid;
  let read: Read | null = null;

  /** A sheet on which nothing stands is no table: a new workbook's own, until the ledger is laid out there. */
  const filledSheets = async (): Promise<LedgerSheet[]> =>
    (await port.readSheets()).filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== null)));

  async function show(isAnew = false): Promise<void> {
    if (!read) return;
    const { sheet } = read;
    // The reading is large: it is loaded when it is asked for.
    const { proposeSheets } = await import('./proposeSheets.ts');
    const proposals = proposeSheets(read, said);
    const best = proposals
      .filter(({ why }) => why === null)
      .toSorted((a, b) => b.rows.length - a.rows.length)[0];
    const own = view.now.ledger?.hers ? proposals[0] : undefined;
    const chosen = proposals.find((each) => each.sheet === said.sheet) ?? own ?? best ?? null;
    // What she says is of the sheet that she sees.
    said = { ...said, sheet: chosen?.sheet ?? null };
    view.set({
      hers: {
        sheets: proposals.map(({ sheet: name, why }) => ({ name, why })),
        proposal: chosen,
        ...{ hasResult: said.hasResult, isAnew },
        names: namesOf(sheet),
      },
    });
  }

  const cancel = (): void => {
    read = null;
    view.set({ hers: null });
  };

  return {
    async propose() {
      const server = api();
      if (!server) throw localProblem('offline');
      const { ledger, me } = view.now;
      const sheet = await server.sheet(ledger ? { year: ledger.list.year } : {});
      if (me?.unit && me.unit.id !== sheet.unit.id) throw localProblem('other-unit', sheet.unit.name);
      const [facts, memories] = await Promise.all([
        server.listFacts(sheet.list.year),
        // What was confirmed before saves questions; without it they are asked.
        server.ledgerMemories().catch(() => []),
      ]);
      said = nothingSaid;
      read = { sheets: await filledSheets(), sheet, facts, memories };
      await show();
    },
    say(word) {
      const isOther = word.sheet !== undefined && word.sheet !== said.sheet;
      said = isOther ? { ...nothingSaid, hasResult: said.hasResult, ...word } : { ...said, ...word };
      return show();
    },
    sayRole(at, role) {
      said = { ...said, roles: new Map(said.roles).set(at, role) };
      return show();
    },
    sayRow(row, series) {
      said = { ...said, rows: new Map(said.rows).set(row, series) };
      return show();
    },
    sayPeriod(kind, period) {
      said = { ...said, periods: { ...said.periods, [kind]: period } };
      return show();
    },
    go: async (sheet, row, column) => {
      const { sheet: own, places } = view.now.hers?.proposal ?? {};
      const place =
        places && own === sheet ? (places[row]?.[column] ?? { row: 0, column: 0 }) : { row, column };
      return port.selectCell(sheet, place.row, place.column).catch(() => false);
    },
    cancel,
    async bind() {
      const proposal = view.now.hers?.proposal;
      if (!read || !proposal) return;
      const now = await filledSheets();
      const of = (sheets: readonly LedgerSheet[]) =>
        JSON.stringify(sheets.find(({ name }) => name === proposal.sheet) ?? null);
      if (of(now) !== of(read.sheets)) {
        read = { ...read, sheets: now };
        await show(true);
        return;
      }
      // What was sent and never answered is settled first: it is of the ledger so far.
      if (view.now.ledger?.pending) await syncing.pull();
      const { bindingOf, keptOf } = await import('./proposeSheets.ts');
      const kept = await keptOf(read, said, proposal);
      await port.bind(bindingOf(proposal, said.hasResult));
      await port.writeState({});
      onBound();
      // Bases of her rows are told anew: what both sides hold differently is put to her.
      view.set({ ledger: null, hers: null, standings: new Map(), index: null });
      read = null;
      await syncing.pull();
      await api()
        ?.keepLedgerMemory(kept.shape, kept.body)
        .catch(() => {});
      const { ledger } = view.now;
      const overwritten = Object.fromEntries(proposal.periods.map(({ kind, period }) => [kind, period]));
      const { blocks, places } = proposal;
      const inCells = places !== null;
      if (ledger?.hers)
        await syncing.keep({
          ...ledger,
          hers: { overwritten, ...(blocks.length > 0 && { blocks }), ...(inCells && { inCells }) },
        });
    },
    async turn(periods) {
      const { ledger } = view.now;
      const scan = ledger && (await port.scan());
      if (!ledger || !scan) return;
      const turned = planTurn(ledger, indexRows(scan, ledger.rows), periods);
      if (turned.change.atPositions?.length) await port.apply(turned.change, scan);
      await syncing.keep(turned.ledger);
      onBound();
    },
  };
}
