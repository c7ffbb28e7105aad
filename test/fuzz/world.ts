import type { RawValues, RowField } from '../../shared/row/row.ts';
import { shown } from '../../addin/flows/ledger.ts';
import { Bureau } from './bureau.ts';
import { d1Errors } from './d1.ts';
import { FakeWorkbook } from '../support/workbook/fake.ts';
import type { ColumnId } from '../../addin/workbook/port.ts';
import { Desk, said } from './desk.ts';
import { units } from './fixture.ts';
import { typed } from './model/validity.ts';
import { reportOf } from './reports.ts';
import type { Sent, Server } from './server.ts';
import type { Step } from './steps.ts';

/** The clerks, the bureau, the calendar and the network of one run. */
export class World {
  readonly server: Server;
  readonly bureau: Bureau;
  readonly desks: Desk[] = [];
  readonly limbo: Sent[] = [];
  /** Old files of workbooks, in the order in which they were saved. */
  private readonly files: { clerk: string; unit: string; file: string }[] = [];
  private readonly unitOf = new Map<string, string>();
  private readonly gone: Promise<void>[] = [];

  private constructor(server: Server) {
    this.server = server;
    this.bureau = new Bureau(server);
    for (const unit of units) for (const key of server.keys.clerks[unit]!) this.unitOf.set(key, unit);
  }

  static async open(server: Server): Promise<World> {
    await server.reset();
    const world = new World(server);
    const { nan, bei } = server.keys.clerks;
    for (const key of [nan![0], nan![1], bei![0]]) {
      world.desks.push(await Desk.open(server, world.limbo, key, null));
    }
    return world;
  }

  unit(desk: Desk): string {
    return this.unitOf.get(desk.clerk)!;
  }

  async take(step: Step): Promise<void> {
    if ('desk' in step) await this.atDesk(step, step.desk % this.desks.length);
    else await this.elsewhere(step);
  }

  private async atDesk(step: Step & { desk: number }, at: number): Promise<void> {
    const desk = this.desks[at]!;
    const { workbook } = desk;
    switch (step.do) {
      case 'type': {
        const choices = typed[step.field]!;
        const key = await this.keyAt(desk, step.row);
        if (key !== null) desk.type(key, step.field, choices[step.value % choices.length]!);
        return;
      }
      case 'report': {
        const key = await this.keyAt(desk, step.row);
        if (key === null) return;
        return this.fillIn(desk, key, reportOf(key, step.as, step.n));
      }
      case 'sync':
        return desk.run(step.trouble, () => desk.session.sync());
      case 'pull':
        return desk.run(step.trouble, () => desk.session.pull());
      case 'sort':
        if ((await desk.rows).length > 0) workbook.sortBy(step.column, step.up);
        return;
      case 'insert':
      case 'delete':
      case 'copy':
      case 'move':
        return this.rearrange(desk, step);
      case 'paste over':
        return this.pasteOver(desk, step);
      case 'undo':
        return this.undo(desk, step);
      case 'reopen':
        return this.reopen(at, step);
      case 'send copy': {
        await desk.settle();
        const key = this.server.keys.clerks[this.unit(desk)]![step.key % 2]!;
        const other = await Desk.open(this.server, this.limbo, key, workbook.serialise());
        if (this.desks.length < 4) this.desks.push(other);
        else {
          this.gone.push(this.desks[3]!.leave());
          this.desks[3] = other;
        }
        return;
      }
      default:
        await desk.settle();
        return this.answer(desk, step);
    }
  }

  /** What the pane asks of the clerk. */
  private async answer(desk: Desk, step: Step & { desk: number }): Promise<void> {
    const { session } = desk;
    switch (step.do) {
      case 'choose copy': {
        const [key, copies] = [...(session.view.index?.duplicates ?? [])][0] ?? [];
        if (key === undefined || !copies) return;
        desk.forget(key);
        await session.chooseCopy(key, copies[step.row % copies.length]!);
        return;
      }
      case 'whose':
        return this.settleWhose(desk, step.theirs);
      case 'bring back':
        return session.bringBack();
      case 'confirm': {
        const key = await this.keyAt(desk, step.row);
        if (key !== null) await session.confirmPrefilled(key);
        return;
      }
      case 'save':
        desk.saved = desk.workbook.serialise();
        this.files.push({ clerk: desk.clerk, unit: this.unit(desk), file: desk.saved });
        return;
      case 'decide':
        return this.decideAll(desk, step.mine);
    }
  }

  /** Decides every conflict of a workbook: the bits of `mine` say which fields stay the clerk's. */
  async decideAll(desk: Desk, mine: number): Promise<void> {
    const { session } = desk;
    let at = 0;
    for (const [key, { conflict }] of session.view.ledger?.rows ?? []) {
      if (conflict) desk.forget(key);
      for (const field of conflict?.fields ?? []) {
        await session.decideField(key, field, { take: (mine >> (at % 4)) & 1 ? 'mine' : 'theirs' });
        at += 1;
      }
    }
  }

  private async rearrange(
    desk: Desk,
    { do: what, row, to }: Step & { do: 'insert' | 'delete' | 'copy' | 'move' },
  ) {
    const rows = await desk.rows;
    const { length } = rows;
    if (length === 0) return;
    const at = row % length;
    if (what === 'insert') desk.workbook.insertRowAbove(rows[at]!.position);
    if (what === 'delete') desk.forget(String(rows[at]!.cells.key ?? ''));
    if (what === 'delete') desk.workbook.deleteRow(rows[at]!.position);
    if (what === 'copy') desk.workbook.copyRow(rows[at]!.position);
    if (what === 'move') desk.workbook.moveRow(rows[at]!.position, rows[to % length]!.position);
  }

  private async pasteOver(desk: Desk, { row, to, cut }: Step & { do: 'paste over' }): Promise<void> {
    const rows = await desk.rows;
    if (rows.length < 2) return;
    const [from, over] = [rows[row % rows.length]!, rows[to % rows.length]!];
    if (from === over) return;
    const { key: _, base: __, ...seen } = from.cells;
    const block = Object.values(seen);
    desk.forget(String(over.cells.key ?? ''));
    desk.workbook.pasteBlock(over.position, 'result', [block]);
    const [, arrangement, , , , period] = String(over.cells.key ?? '').split('.');
    const [code] = String(seen.arrangement ?? '').split(' ');
    if (arrangement && code && (code !== arrangement || seen.period !== period))
      desk.unasked.add(String(over.cells.key));
    if (!cut) return;
    desk.forget(String(from.cells.key ?? ''));
    desk.workbook.pasteBlock(from.position, 'result', [block.map(() => null)]);
  }

  private async undo(desk: Desk, { row, which }: Step & { do: 'undo' }): Promise<void> {
    const rows = await desk.rows;
    const files = this.files.filter((each) => each.unit === this.unit(desk));
    const live = rows[row % Math.max(1, rows.length)];
    const file = files[which % Math.max(1, files.length)];
    if (!live || !file) return;
    const then = new FakeWorkbook();
    then.restore(file.file);
    const was = ((await then.scan()) ?? []).find(({ cells }) => cells.key === live.cells.key);
    if (!was || live.cells.key === null) return;
    const key = String(live.cells.key);
    desk.forget(key);
    for (const [column, value] of Object.entries(was.cells)) {
      desk.workbook.edit(live.position, column as ColumnId, value);
    }
    const known = desk.session.view.ledger?.rows.get(key)?.server;
    const seen = known && shown(known);
    const differs = Object.entries(seen?.values ?? {}).some(
      ([field, value]) => said(key, field as RowField, was.cells[field as RowField]) !== value,
    );
    if (differs && Number(was.cells.base ?? 0) < (seen?.base ?? 0)) desk.unasked.add(key);
  }

  /** Says of all misplaced rows whose their content is: that of the rows themselves, or not. */
  async settleWhose(desk: Desk, theirs: boolean): Promise<void> {
    const keys = [...(desk.session.view.index?.misplaced.keys() ?? [])];
    if (keys.length === 0) return;
    for (const key of keys) desk.forget(key);
    if (theirs) await desk.session.keepContent(keys);
    else await desk.session.moveContent();
  }

  private async reopen(at: number, { file, which }: Step & { do: 'reopen' }): Promise<void> {
    const desk = this.desks[at]!;
    const unit = this.unit(desk);
    const old = this.files.filter((each) => each.unit === unit);
    const now = desk.workbook.serialise();
    const chosen = {
      'as it is': now,
      'as saved': desk.saved,
      'old copy': old[which % Math.max(1, old.length)]?.file ?? desk.saved,
    }[file];
    this.gone.push(desk.leave());
    this.desks[at] = await Desk.open(this.server, this.limbo, desk.clerk, chosen);
  }

  private async elsewhere(step: Step): Promise<void> {
    const { server } = this;
    switch (step.do) {
      case 'together':
        return this.together(step);
      case 'halves':
        return this.halves(step.row);
      case 'alike': {
        const both = this.desks.slice(0, 2) as [Desk, Desk];
        const key = await this.keyAt(both[0], step.row);
        if (key === null) return;
        for (const desk of both) {
          const there = (await desk.rows).some(({ cells }) => cells.key === key);
          if (there) this.fillIn(desk, key, reportOf(key, 'under way', step.n));
        }
        await both[0].run({ kind: 'none' }, () => both[0].session.sync());
        return this.bureau.lock(0);
      }
      case 'apart': {
        const [one, other] = this.desks.slice(0, 2) as [Desk, Desk];
        const key = await this.keyAt(one, step.row);
        if (key === null) return;
        for (const [at, desk] of [one, other].entries()) {
          const field = step.fields[at]!;
          const there = (await desk.rows).some(({ cells }) => cells.key === key);
          if (there) this.fillIn(desk, key, { [field]: typed[field]![(step.n + at) % 3]! });
        }
        return;
      }
      case 'wait':
        // Set back while a push is between read and batch, the clock says nothing of when that push came.
        if (step.hours < 0) await this.settleAll();
        server.now += step.hours * 3_600_000;
        return;
      case 'deliver': {
        const [sent] = this.limbo.splice(step.which % Math.max(1, this.limbo.length), 1);
        if (sent) await (await server.deliver(sent)).text();
        return;
      }
      case 'bureau fault':
        server.fault = { call: step.call, when: step.when, message: d1Errors[step.error]! };
        return;
      default:
        return this.bureau.take(step);
    }
  }

  private async together({ row, n }: Step & { do: 'together' }): Promise<void> {
    const desk = this.desks[n % this.desks.length]!;
    const key = await this.keyAt(desk, row);
    if (key !== null) this.fillIn(desk, key, reportOf(key, 'under way', n));
    for (const each of [desk, ...this.desks]) await each.run({ kind: 'none' }, () => each.session.sync());
  }

  private async halves(row: number): Promise<void> {
    const [one, other] = this.desks.slice(0, 2) as [Desk, Desk];
    const key = await this.keyAt(one, row);
    if (key === null) return;
    this.fillIn(one, key, { ...reportOf(key, 'under way', 0), count: null });
    for (const desk of [one, other]) await desk.run({ kind: 'none' }, () => desk.session.sync());
    const there = (await other.rows).some(({ cells }) => cells.key === key);
    if (!there) return;
    this.fillIn(one, key, { count: 3 });
    this.fillIn(other, key, { status: '本地无此类' });
  }

  private fillIn(desk: Desk, key: string, values: RawValues): void {
    for (const [field, value] of Object.entries(values)) {
      desk.type(key, field as RowField, value ?? null);
    }
  }

  /** Rows are named by the order of their keys, so that two clerks often mean the same one. */
  private async keyAt(desk: Desk, row: number): Promise<string | null> {
    const keys = (await desk.rows).map(({ cells }) => String(cells.key ?? '')).filter((key) => key !== '');
    const sorted = [...new Set(keys)].sort();
    return sorted[row % Math.max(1, sorted.length)] ?? null;
  }

  private async settleAll(): Promise<void> {
    for (const desk of this.desks) await desk.settle();
    await Promise.all(this.gone);
  }

  /** Everything that is still on its way arrives. */
  async landAll(): Promise<void> {
    await this.settleAll();
    for (const sent of this.limbo.splice(0)) await (await this.server.deliver(sent)).text();
  }
}
