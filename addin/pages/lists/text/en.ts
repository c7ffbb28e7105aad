import type { ScheduleKind } from '../../../../shared/taskList/taskList.ts';
import type { zh } from './zh.ts';

const kinds: Record<ScheduleKind, string> = {
  once: 'once',
  window: 'window',
  weekly: 'weekly',
  monthly: 'monthly',
  'two-monthly': 'every two months',
  quarterly: 'quarterly',
  'half-yearly': 'half-yearly',
  undated: 'undated',
};

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** The page's sentences in English. */
export const en: typeof zh = {
  title: 'Import and correct a list',
  intake: {
    heading: 'Import a task list',
    intro:
      'Drop the list’s file here, or copy its table in Word, Excel or a browser and paste it. It is only read at first: nothing is stored before you publish.',
    drop: 'Let go to read this file',
    choose: 'Choose a file',
    forms: 'Reads .xlsx, .docx, .txt, .html, up to 10 MB',
    paste: 'Paste a table or text',
    placeholder: 'Press Ctrl+V here. Copy the table with its title and header.',
    readText: 'Read the text',
    nothing: 'There is nothing to read. Copy a table first, or choose a file.',
    year: 'Year (not needed where the title names it)',
    yearWrong: 'A year is four digits, from 2000 to 2100.',
    stored: (year) => `Open the published list of ${year}`,
    another: 'Another list',
    officer: 'This key reads and compares; publishing needs an administrator’s key.',
  },
  reading: (name) => (name === null ? 'Reading what was pasted…' : `Reading “${name}”…`),
  comparing: 'Comparing it with the published list…',
  summary: (categories, tasks, arrangements) =>
    `${count(categories, 'category', 'categories')}, ${count(tasks, 'task')}, ${count(arrangements, 'arrangement')}`,
  pasted: 'Pasted',
  published: (year, version) =>
    `The published list of ${year}${version === null ? '' : `, version ${version}`}`,
  tabList: 'Parts of the list',
  tabs: {
    sentences: (n) => `Sentences ${n}`,
    decisions: (n) => (n === 0 ? 'Decisions' : `Decisions ${n}`),
    changes: (n) => (n === 0 ? 'Changes' : `Changes ${n}`),
    notes: (n) => `Document and sums ${n}`,
    history: () => 'Publishings',
  },
  shown: {
    label: 'Show',
    all: 'all',
    decision: 'to decide',
    diagnosed: 'with notes',
    changed: 'changed',
  },
  find: 'Find',
  findHint: 'code, words or unit',
  noneShown: 'There are no such arrangements.',
  pages: {
    label: 'Pages',
    at: (page, pages, total) => `Page ${page} of ${pages}, ${total} in all`,
    before: 'Previous',
    after: 'Next',
  },
  marks: {
    deadline: 'deadline',
    timeWords: 'time words not read as a deadline',
    quantity: 'quantity',
    openQuantity: 'number that is no target',
    unit: 'unit',
    unknownUnit: 'unit that the roster does not know',
  },
  legend: 'Legend',
  severities: { error: 'Error', warning: 'Warning', decision: 'To decide', decided: 'Decided', info: 'Note' },
  cell: (row, column) => `row ${row}, column ${column}`,
  goal: 'Goal',
  units: 'Units',
  entry: 'Deadline column',
  printed: (number) => (number === null ? 'no number printed' : `printed ${number}`),
  facts: 'What was read',
  schedule: ({ kind, start, due, season }) => {
    const when =
      kind === 'once'
        ? `by ${due ?? ''}`
        : kind === 'window'
          ? `${start ?? ''} to ${due ?? ''}`
          : kinds[kind];
    return season === undefined ? when : `${season}: ${when}`;
  },
  from: (words) => `from “${words}”`,
  indicator: ({ id, label, unitOfMeasure, target, baseline }) => {
    if (id === 'done') return 'done or not';
    if (target !== null) return `${label} ${target} ${unitOfMeasure}`;
    return `${label}, ${baseline ?? '?'} ${unitOfMeasure} now (a baseline, no target)`;
  },
  mode: { cumulative: 'running total', perPeriod: 'per period' },
  factNames: { schedule: 'Schedule', indicator: 'Indicator' },
  crossFoots: 'Sums',
  crossFootsNone: 'The list prints no sums that can be checked.',
  general: 'Notes on the document',
  generalNone: 'There is nothing to note about the document.',
  decisions: {
    none: 'Nothing is left to decide.',
    required: 'To be decided first',
    requiredHint: 'Publishing waits for these.',
    optional: 'May be decided after publishing',
    optionalHint:
      'Seasons and times that stay open are undated: they may be reported at any time and are never overdue. Anything else that stays open is as it says there.',
    matches: 'May be an arrangement that is stored',
    matchHint: 'It then keeps that one’s code and what was reported on it.',
    isNew: 'A new arrangement',
    similarity: (share) => `${Math.round(share * 100)} % of the text alike`,
    retired: 'retired',
    taken: (place) => `taken by ${place}`,
    units: 'Units that the roster does not know',
    unitHint:
      'It is kept with the list, and the next reading knows it. A unit that the roster lacks must be added there first.',
    unitOf: (name) => `Which unit is “${name}”`,
    inTasks: (codes) => `in ${codes}`,
    choose: 'Choose…',
    several: 'Several units…',
    unitsOf: (name) => `Which units are “${name}”`,
    pickUnits: 'Units and groups',
    nonePicked: 'No unit is chosen yet.',
    picked: (names) => `Chosen: ${names.join(', ')}`,
    findUnit: 'Find a unit',
    members: (n) => `(group, ${count(n, 'unit')})`,
    assigned: 'Which units report',
    noUnits: 'The text names no unit. Choose which report; while none is chosen, nobody does.',
    allOfRows: (n) => `Only each row’s own units, in all ${count(n, 'place')}`,
    rowUnits: (names) => `Its row names “${names}”, other units than other rows of the task.`,
    ofTask: (names) => `All units of the task report: ${names}`,
    ofRow: (names) => `Only the units of the row report: ${names}`,
    ofOthers: 'Other units',
    openUnits: 'Not yet (all units of the task report)',
    deadlines: 'Sentence and deadline column differ',
    holds: {
      sentence: 'The sentence holds',
      column: 'The column holds',
      both: 'Both are asked for',
      open: 'Not yet (the column holds)',
    },
    quantities: 'Quantities that are not one exact number for the year',
    inexact: 'As printed:',
    asTarget: 'It is a target',
    target: (label) => `Target of “${label}”`,
    numberMissing: 'Fill in a whole number',
    noTarget: 'It is no target',
    openTarget: 'Not yet (no target)',
    matched: 'Matched arrangements',
    matchedHint: (n) =>
      `${count(n, 'arrangement')} with only a number, a date or a cadence changed: taken for the stored ones. If one is something else, make it new.`,
    unitKinds: 'Units',
    groupKinds: 'Unit groups',
    seasons: 'Months of seasons',
    seasonOf: (season) => `Which months are “${season}”`,
    month: (month) =>
      ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][month - 1] ?? '',
    undated: 'No deadline that can be computed',
    undatedWords: (words) => `Its words: ${words}`,
    when: 'The bureau gives it',
    leftUndated: 'nothing yet (undated)',
    whens: {
      once: 'a due date',
      window: 'first and last day',
      weekly: 'weekly',
      monthly: 'monthly',
      'two-monthly': 'every two months',
      quarterly: 'quarterly',
      'half-yearly': 'half-yearly',
    },
    start: 'From',
    due: 'Due',
    daysMissing: (year) => `Fill in days of ${year}`,
    sentence: (place) => `See ${place}`,
  },
  changes: {
    first: (year) => `No list of ${year} is published: everything below is new, or returns.`,
    none: 'It is exactly the published list.',
    title: (before, after) => `The title changes from “${before}” to “${after}”.`,
    kinds: { added: 'Added', returned: 'Returned', changed: 'Changed', moved: 'Moved', gone: 'Gone' },
    unchanged: (n) => `${n} unchanged`,
    fields: {
      text: 'Text',
      textAsPrinted: 'Characters as printed',
      printedNumber: 'Number as printed',
      taskName: 'Task',
      category: 'Category',
      goal: 'Goal of the year',
      schedules: 'Schedules',
      indicators: 'Indicators',
      target: 'Target',
      units: 'Units',
    },
    before: 'Before',
    after: 'Now',
    nothing: '(none)',
    from: (place) => `was at ${place}`,
    retires: 'something hangs on it: kept as retired',
    filter: 'Show',
    all: 'all',
  },
  hangs: (h) =>
    [
      h.submissions > 0 && count(h.submissions, 'submission'),
      h.drafts > 0 && count(h.drafts, 'draft'),
      h.allocations > 0 && count(h.allocations, 'allocation'),
      h.narrowings > 0 && count(h.narrowings, 'narrowing'),
    ]
      .filter(Boolean)
      .join(', '),
  nothingHangs: 'nothing reported yet',
  confidence: {
    exact: 'same as stored',
    sure: 'matched',
    uncertain: 'uncertain',
    chosen: 'matched by you',
    new: 'new',
  },
  publish: {
    label: 'Publish',
    act: 'Publish…',
    open: (n) => `${count(n, 'decision')} must be made first`,
    show: 'Decide',
    unchanged: 'It is the same as the published list: there is nothing to publish.',
    notAdmin: 'Publishing needs an administrator’s key.',
    ready: 'Ready to publish',
    heading: (year) => `Publish the list of ${year}`,
    first: 'No list of the year is published: the obligations of the whole year are made from this one.',
    again: 'Obligations follow; everything that was reported is kept.',
    counts: ({ added, returned, changed, moved, gone }) =>
      `${added} added, ${returned > 0 ? `${returned} returned, ` : ''}${changed} changed, ${moved} moved, ${gone} gone.`,
    unread: (n) =>
      `${count(n, 'place')} of the text could not be read and will not be in the list; look at the marked sentences and at the document’s notes first.`,
    knows: (n) => `I know that ${count(n, 'place')} could not be read; publish all the same`,
    withoutUnits: (n) =>
      `${count(n, 'task')} without a unit: nobody will be asked to report on ${n === 1 ? 'it' : 'them'}.`,
    losing: (arrangements, submissions) =>
      `Something hangs on ${count(arrangements, 'arrangement')} that are gone (${count(submissions, 'submission')}): they are kept as retired and asked for no more.`,
    settings: 'The units, months, dates and cadences that you decided are stored with it.',
    optional: (n) => `${n} left open, to be decided later.`,
    confirm: 'Publish',
    cancel: 'Cancel',
    publishing: 'Publishing…',
    done: (year, version) => `The list of ${year} is published; it is version ${version} now.`,
    same: (year) => `The list of ${year} has not changed; what was decided is stored.`,
    again409: 'Compare again',
    bureau: 'See progress',
  },
  history: {
    none: (year) => `No list of ${year} has been published.`,
    version: (version) => `Version ${version}`,
    undoes: (version) => `takes back version ${version}`,
    retired: (n) => `${n} of these kept as retired.`,
    undo: 'Take it back…',
    blocked: 'Something new may hang on it by now, which would stand in the way.',
    undoHeading: (version) => `Take back version ${version}`,
    undoFirstHint: (year) =>
      `No list of ${year} was published before this one: none is then, and its obligations go. Months, dates and names that were decided are kept, and so are the codes, for the same arrangements.`,
    undoHint:
      'The list before it is stored again and obligations follow; everything that was reported is kept, and so are months, dates and names that were decided.',
    confirm: 'Take back',
    again: 'Refresh',
  },
};
