import { probedStorage } from '../dialog.ts';
import { firstPress } from '../commands.ts';
import { filteredDelete, filteredWrite } from './filtered.ts';
import { longReference, mixedRule, noteOnThread, notes } from './looks.ts';
import { probeIds, type Found, type Probe, type ProbeId, type Saw } from './probe.ts';

const byThemselves: Partial<Record<ProbeId, Probe>> = {
  'filtered-write': filteredWrite,
  'filtered-delete': filteredDelete,
  notes,
  'note-on-thread': noteOnThread,
  'mixed-rule': mixedRule,
  'long-reference': longReference,
};

const sheetName = '台账探测';

/** Where a person chooses and types, and where the add-in writes a little later. */
const cells = { choice: 'J2', typed: 'J4', wrote: 'J6' } as const;

const isCell = (address: string, cell: string) => address.slice(address.lastIndexOf('!') + 1) === cell;

/** How long after what was typed the add-in writes, as it does in the ledger. */
const laterMs = 2000;

type Wait = (ms: number) => Promise<void>;

const byClock: Wait = (ms) => new Promise((done) => setTimeout(done, ms));

/** The probes of one computer: those that need nobody, then what a person does in the scratch sheet. */
export interface ProbeRun {
  /** Resolves once a person has to do something: choose in J2, type into J4, wait for J6, and undo until J4 is blank. */
  begin(): Promise<void>;
  /** Takes the scratch sheet away; the report to be copied. */
  finish(): Promise<string>;
  /** Takes the scratch sheet away, wherever the probes stand. */
  abandon(): Promise<void>;
}

/** A dialog that gives no answer holds the probes up no longer, in milliseconds. */
const dialogPatience = 30_000;

export function openProbes(wait: Wait = byClock): ProbeRun {
  const found = new Map<ProbeId, Saw>();
  const events: string[] = [];
  return {
    async begin() {
      await Excel.run(async (context) => {
        context.workbook.worksheets.getItemOrNullObject(sheetName).delete();
        const sheet = context.workbook.worksheets.add(sheetName);
        await context.sync();
        for (const [id, probe] of Object.entries(byThemselves) as [ProbeId, Probe][])
          found.set(
            id,
            await probe(context, sheet).catch((thrown: unknown) => ({ holds: false, saw: String(thrown) })),
          );
      });
      found.set('first-press', { holds: firstPress.arrived, saw: firstPress.saw });
      const silence = { holds: null, saw: 'the dialog gave no answer in 30 s' };
      found.set(
        'dialog-storage',
        await Promise.race([probedStorage(), byClock(dialogPatience).then(() => silence)]),
      );
      await Excel.run((context) => layOut(context, events, wait));
    },
    async finish() {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(sheetName);
        const [choice, typed, wrote] = Object.values(cells).map((address) => {
          const range = sheet.getRange(address);
          range.load('values');
          return range;
        });
        await context.sync();
        const [chosen, left, written] = [choice, typed, wrote].map((range) => String(range!.values[0]![0]));
        const heard = events.some((address) => isCell(address, cells.choice));
        found.set('dropdown-event', {
          holds: chosen === '' ? null : heard,
          saw: `chosen ${chosen}; ${events.join(' ')}`,
        });
        const tried = events.some((address) => isCell(address, cells.typed));
        found.set('undo', {
          holds: tried ? left === '' : null,
          saw: `typed cell “${left}”, written cell “${written}”`,
        });
        sheet.delete();
        await context.sync();
      });
      return report(found);
    },
    async abandon() {
      await Excel.run(async (context) => {
        context.workbook.worksheets.getItemOrNullObject(sheetName).delete();
        await context.sync();
      });
    },
  };
}

async function layOut(context: Excel.RequestContext, events: string[], wait: Wait): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(sheetName);
  sheet.getRange(cells.choice).dataValidation.rule = { list: { inCellDropDown: true, source: '甲,乙' } };
  sheet.onChanged.add(async ({ address }) => {
    const first = isCell(address, cells.typed) && !events.includes(address);
    events.push(address);
    if (!first) return;
    await wait(laterMs);
    await Excel.run(async (later) => {
      later.workbook.worksheets.getItem(sheetName).getRange(cells.wrote).values = [['已写']];
      await later.sync();
    });
  });
  sheet.activate();
  sheet.getRange(cells.choice).select();
  await context.sync();
}

/** Plain text, for a person to send on and to be kept with the version. */
function report(found: ReadonlyMap<ProbeId, Saw>): string {
  const { requirements, diagnostics, platform } = Office.context;
  let newest = 0;
  for (let minor = 1; minor < 60 && requirements.isSetSupported('ExcelApi', `1.${minor}`); minor += 1)
    newest = minor;
  const lines: Found[] = probeIds.map((id) => ({ id, ...(found.get(id) ?? { holds: null, saw: '' }) }));
  const say = (holds: Found['holds']) => (holds === null ? 'not tried' : holds ? 'holds' : 'DOES NOT HOLD');
  return [
    `Excel ${diagnostics?.version ?? '?'} ${String(diagnostics?.platform ?? platform)}; ExcelApi 1.${newest}`,
    navigator.userAgent,
    ...lines.map(({ id, holds, saw }, at) => `${at + 1}. ${id}: ${say(holds)}. ${saw}`),
  ].join('\n');
}
