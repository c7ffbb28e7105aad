export * from '../keys/keys.table.ts';
export * from '../obligations/obligations.table.ts';
export * from '../progress/progress.table.ts';
export * from '../roster/roster.table.ts';
export * from '../settings/settings.table.ts';
export * from '../ledger/submissions.table.ts';
export * from '../taskLists/taskLists.table.ts';
