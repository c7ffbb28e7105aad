/** A deliberate break of the product, as a textual patch: `find` must stand in the file exactly once. */
export interface Mutant {
  name: string;
  file: string;
  find: string;
  replace: string;
  /** The test, in workerd or in Node, that must find it, where that is not the fuzz: what the bureau sees has tests of its own. */
  test?: string;
}

const wide = 'test/worker/wideChanges.test.ts';
const versions = 'test/worker/versions.test.ts';
const operation = 'test/worker/operation.test.ts';
const bounds = 'test/worker/bounds.test.ts';
const acting = 'test/worker/acts.test.ts';
const bulletins = 'test/worker/bulletins.test.ts';
const figures = 'test/worker/bulletinFigures.test.ts';
const trend = 'test/worker/trend.test.ts';
const bulletinPage = 'test/addin/pages/bulletins/model.test.ts';
const trendLooks = 'test/addin/trendLooks.test.ts';
const actsTogether = 'test/worker/actsTogether.test.ts';

/** Breaks that the fuzz must find, each a promise of the sync protocol given up in one place. */
export const mutants: Mutant[] = [
  {
    name: 'the batch goes through although its plan is out of date (S5)',
    file: 'worker/ledger/pushWrite.repository.ts',
    find: 'WHERE e.value->>1 IS NOT (',
    replace: 'WHERE 0 AND e.value->>1 IS NOT (',
  },
  {
    name: 'a push sent again is not recognised by its receipt (S2)',
    file: 'worker/ledger/push.usecase.ts',
    find: 'if (stored.receipt) {',
    replace: 'if (stored.receipt && request.rows.length > 2) {',
  },
  {
    name: 'a pull begins one change too far (S6)',
    file: 'worker/ledger/changes.repository.ts',
    find: 'AND unit_id = ?2 AND sequence > ?4',
    replace: 'AND unit_id = ?2 AND sequence > ?4 + 1',
  },
  {
    name: 'rows that open by the calendar alone do not come (S6)',
    file: 'worker/ledger/changes.repository.ts',
    find: 'AND opens_on > ?5 AND opens_on <= ?3)',
    replace: 'AND opens_on > ?5 AND opens_on < ?5)',
  },
  {
    name: 'a change takes no number of its own (S6)',
    file: 'worker/db/change.ts',
    find: 'THEN NULL ELSE value + ?1 END',
    replace: 'THEN NULL ELSE value + 0 * ?1 END',
  },
  {
    name: 'rows deleted since the cursor are not told (S6)',
    file: 'worker/ledger/changes.repository.ts',
    find: 'incomplete: since.sequence <',
    replace: 'incomplete: false && since.sequence <',
  },
  {
    name: 'the server lets the last writer win (S4)',
    file: 'shared/sync/judgeRow.ts',
    find: 'if (clashing.length > 0) return conflict(head, clashing);',
    replace: '',
  },
  {
    name: 'bases are ignored (S4)',
    file: 'shared/sync/judgeRow.ts',
    find: 'head !== null && head.version !== pushed.base &&',
    replace: 'head !== null && head.version < (pushed.base ?? 0) &&',
  },
  {
    name: 'two halves that break a rule together are merged (S4)',
    file: 'shared/sync/judgeRow.ts',
    find: 'if (!candidate.passes && eachAlone && lock === null) return conflict(head, changedHere);',
    replace: '',
  },
  {
    name: 'the lock is judged before unchanged (S3.3)',
    file: 'shared/sync/judgeRow.ts',
    find: 'if (sameAsHead && !mended) return unchanged();',
    replace: 'if (sameAsHead && !mended && lock === null) return unchanged();',
  },
  {
    name: 'a draft stays when its row is mended (S10)',
    file: 'worker/ledger/pushWrite.repository.ts',
    find: 'mended.map(({ key }) => key)',
    replace: 'mended.slice(1).map(({ key }) => key)',
  },
  {
    name: 'the roll-up forgets what a push adds (S5)',
    file: 'shared/sync/planPush.ts',
    find: 'deltas: rollupDeltas(changes), totals };',
    replace: 'deltas: rollupDeltas(changes.slice(1)), totals };',
  },
  {
    name: 'punctuality is decided anew at every fulfilment (P2)',
    file: 'shared/sync/settle.ts',
    find: 'settled.punctuality ??= punctualityAt(settled, day);',
    replace: 'settled.punctuality = punctualityAt(settled, today);',
  },
  {
    name: 'rows of one push are judged in the order in which they come (C9)',
    file: 'shared/sync/planPush.ts',
    find: 'a.series.place - b.series.place || a.at - b.at || a.index - b.index',
    replace: 'a.series.place - b.series.place || b.at - a.at || a.index - b.index',
  },
  {
    name: 'the workbook settles conflicts for the clerk (S4)',
    file: 'addin/flows/merge.ts',
    find: 'else merge.conflicts.push(field);',
    replace: 'else merge.kept.push(field);',
  },
  {
    name: 'a pull overwrites what the clerk has typed (S4)',
    file: 'addin/flows/merge.ts',
    find: 'const touched = mine[field] !== base[field];',
    replace: 'const touched = false;',
  },
  {
    name: 'one of two copies of a row is pushed without asking (C13)',
    file: 'addin/flows/rowIndex.ts',
    find: '[index.rows.get(key)!, row]);\n      index.rows.delete(key);',
    replace: '[index.rows.get(key)!, row]);',
  },
  {
    name: 'the workbook takes up an answer’s cursor and not its rows (S6)',
    file: 'addin/flows/planAnswer.ts',
    find: 'return !outcome || refusalOf(outcome) !== null || row.state',
    replace: 'return refusalOf(outcome ?? answer.outcomes[0]!) !== null || row.state',
  },
  {
    name: 'a push that others have written beside is answered with its own rows only (S6)',
    file: 'worker/ledger/push.usecase.ts',
    find: 'if (elsewhere.others) return',
    replace: 'if (elsewhere.others && plan.writes.length === 0) return',
  },
  {
    name: 'of several versions of a row in one push only the last leaves a revision (S5)',
    file: 'worker/ledger/pushWrite.repository.ts',
    find: 'stored.get(each.key) !== each);',
    replace: '!stored.has(each.key));',
    test: 'test/worker/answeredRows.test.ts',
  },
  {
    name: 'a push is answered with its rows as they stood before it (S6)',
    file: 'shared/sync/planPush.ts',
    find: 'obligations.push(change.after);',
    replace: 'obligations.push({ ...change.after, rows: change.before.rows });',
  },
  {
    name: 'the versions of an emptied draft are forgotten where its series is read (S10)',
    file: 'worker/ledger/series.repository.ts',
    find: 'AND o.touched = 1 AND o.received_rows < o.rows',
    replace: 'AND 0',
  },
  {
    name: 'what was emptied and confirmed is filled again by a pull (C4)',
    file: 'addin/flows/planPull.ts',
    find: 'const kept = changedFields(values, mine);',
    replace: 'const kept: RowField[] = [];',
  },
  {
    name: 'a plan outlives a wide change (C10)',
    file: 'worker/ledger/pushWrite.repository.ts',
    find: 'OR ${lastWideChange} IS NOT ?9',
    replace: 'OR ?9 < 0',
  },
  {
    name: 'a row that shows another one goes out as it is (S1.3)',
    file: 'addin/flows/misplaced.ts',
    find: 'if (touched.length === 0) return found;',
    replace: 'return found;',
  },
  {
    name: 'a row that was undone goes out as an edit (S1.3)',
    file: 'addin/flows/misplaced.ts',
    find: 'stands < base &&',
    replace: 'stands < 0 &&',
  },
  {
    name: 'schedules are ordered as text (B2)',
    file: 'shared/sync/series.ts',
    find: 'return a.schedule - b.schedule;',
    replace: 'return String(a.schedule) < String(b.schedule) ? -1 : 1;',
    test: wide,
  },
  {
    name: 'an obligation forgets that a row that is gone was written (I11.9)',
    file: 'worker/ledger/obligationWrite.repository.ts',
    find: 'Number(each.touched)',
    replace: 'Number(each.rows.some((row) => row.lastVersion > 0))',
    test: wide,
  },
  {
    name: 'waivers are not brought up to a wide change (C3)',
    file: 'worker/obligations/settleWritten.usecase.ts',
    find: 'settled.changes.map(({ after }) => after)',
    replace: 'settled.changes.map(({ before, after }) => ({ ...after, waivedBy: before.waivedBy }))',
    test: wide,
  },
  {
    name: 'rows beside a count that a wide change takes away do not come again (V6)',
    file: 'worker/obligations/settleWritten.usecase.ts',
    find: 'neighboursChanged: besideOthers(before, now)',
    replace: 'neighboursChanged: () => false && besideOthers(before, now)(0)',
    test: wide,
  },
  {
    name: 'settings bring no rows again (P5.1)',
    file: 'worker/publishing/changeSettings.usecase.ts',
    find: '...bringAgain(db, ',
    replace: '...[].concat() ?? bringAgain(db, ',
    test: wide,
  },
  {
    name: 'retired obligations do not follow their arrangement (I11.7)',
    file: 'worker/obligations/remakeList.usecase.ts',
    find: '    ...followArrangements(db, listId, moved, everybody),\n',
    replace: '',
    test: wide,
  },
  {
    name: 'an obligation with one row more or less counts as before (I11.10)',
    file: 'shared/sync/settleSeries.ts',
    find: 'before.rowCount !== obligation.rowCount;',
    replace: 'false;',
    test: wide,
  },
  {
    name: 'the bureau’s own counts are in the sum although others are asked (C6)',
    file: 'worker/progress/outsideSum.ts',
    find: 'asked.retired = 0))',
    replace: 'asked.retired = 1))',
    test: 'test/worker/progress.test.ts',
  },
  {
    name: 'a JSON body may have members without end',
    file: 'worker/http/jsonBounds.ts',
    find: 'if (ended >= members)',
    replace: 'if (ended >= members * 1000)',
    test: bounds,
  },
  {
    name: 'a JSON body may be nested without end',
    file: 'worker/http/jsonBounds.ts',
    find: 'if (level > depth)',
    replace: 'if (level > depth * 1000)',
    test: bounds,
  },
  {
    name: 'every wrong item of a list is told',
    file: 'shared/schema/bounded.ts',
    find: 'prefixIssues(index, result.issues));\n        if (payload.issues.length >= enoughIssues) break;',
    replace: 'prefixIssues(index, result.issues));',
    test: bounds,
  },
  {
    name: 'every request is counted by its address, with whatever key (A5)',
    file: 'worker/keys/rateLimits.ts',
    find: "if (c.res.status !== 401 && c.get('stranger') !== true) return;",
    replace: '',
    test: operation,
  },
  {
    name: 'nothing is counted by address (A5)',
    file: 'worker/keys/rateLimits.ts',
    find: "if (c.res.status !== 401 && c.get('stranger') !== true) return;",
    replace: 'return;',
    test: operation,
  },
  {
    name: 'an old version may be written over (C19)',
    file: 'worker/versions/guard.ts',
    find: 'if (given.includes(standing.number)) return;',
    replace: 'if (given.length > 0) return;',
    test: versions,
  },
  {
    name: 'a change makes no new version (C19)',
    file: 'worker/versions/versions.repository.ts',
    find: 'SET version = version + 1,',
    replace: 'SET version = version,',
    test: versions,
  },
  {
    name: 'readiness does not ask the database',
    file: 'worker/health/health.routes.ts',
    find: '    await askDatabase(c.env.DB);\n',
    replace: '',
    test: operation,
  },
  {
    name: 'a full disk is an error that nobody has foreseen',
    file: 'worker/problems/databaseFailure.ts',
    find: 'SQLITE_(?:FULL|READONLY|IOERR|CANTOPEN)|disk is full|readonly database|',
    replace: '',
    test: operation,
  },
  {
    name: 'a key that has expired when it is issued is issued',
    file: 'worker/keys/issueKey.usecase.ts',
    find: 'expiresAt <= clock.real)',
    replace: 'expiresAt <= 0)',
    test: operation,
  },
  {
    name: 'what was accepted stays accepted when it is pushed again (B4.1)',
    file: 'shared/sync/settle.ts',
    find: "return applied || review === null ? 'toAccept' : review;",
    replace: "return review ?? 'toAccept';",
    test: acting,
  },
  {
    name: 'an extension leaves the roll-up’s bucket where it was (P4.2)',
    file: 'shared/sync/rollup.ts',
    find: 'if (before.dueOn === after.dueOn) add(after, differences(from, to));',
    replace:
      'if (differences(from, to).length === 0 || before.dueOn === after.dueOn) add(after, differences(from, to));',
    test: acting,
  },
  {
    name: 'a portion after the first keeps no outcomes (B4.4)',
    file: 'worker/acts/actWrite.repository.ts',
    find: '? writeOutcomes(db, actId, outcomes)',
    replace: '? writeOutcomes(db, actId, [])',
    test: actsTogether,
  },
  {
    name: 'a declaration waives earlier periods too (P4.4)',
    file: 'shared/acts/declarations.ts',
    find: 'each.fromDay <= obligation.opensOn;',
    replace: "each.fromDay !== '';",
    test: acting,
  },
  {
    name: 'a bulletin counts what falls due on its own day as overdue (B6)',
    file: 'shared/bulletin/facts.ts',
    find: 'const due = within.filter((each) => each.due! < asOf);',
    replace: 'const due = within.filter((each) => each.due! <= asOf);',
    test: figures,
  },
  {
    name: 'a bulletin is issued although something else has come in (B6.6)',
    file: 'worker/bulletins/issueBulletin.usecase.ts',
    find: 'draft.change !== seen.change || (',
    replace: '(',
    test: bulletins,
  },
  {
    name: 'what is left out of a bulletin is issued all the same (B6.5)',
    file: 'worker/bulletins/issueBulletin.usecase.ts',
    find: 'section.table?.leftOut ? { ...section, table: null } : section',
    replace: 'section',
    test: bulletins,
  },
  {
    name: 'a part of a bar leads to what is not due yet, too (B1.3)',
    file: 'shared/progress/trend.ts',
    find: 'dueBefore: before < today ? before : today, mark: part',
    replace: 'dueBefore: before, mark: part',
    test: trend,
  },
  {
    name: 'the page offers a week that is not over (B20.1)',
    file: 'addin/pages/bulletins/model/presets.ts',
    find: 'stepSpan(spanOn(kindOf[preset], today), -1)',
    replace: 'spanOn(kindOf[preset], today)',
    test: bulletinPage,
  },
  {
    name: 'the page does not say which sentences are different since they were looked at (B20.4)',
    file: 'addin/pages/bulletins/model/moved.ts',
    find: 'seen.get(id) === text ? []',
    replace: 'seen.has(id) ? []',
    test: bulletinPage,
  },
  {
    name: 'a cell of which all is done is as dark as one that lacks something (B21.1)',
    file: 'shared/progress/trend.ts',
    find: 'if (rate >= 1) return 0;',
    replace: 'if (rate >= 0.75) return 0;',
    test: trendLooks,
  },
];
