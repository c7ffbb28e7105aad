export * from '../keys/keys.table.ts';
export * from '../ledger/obligations.table.ts';
export * from '../progress/progress.table.ts';
export * from '../units/units.table.ts';
export * from '../settings/settings.table.ts';
export * from '../ledger/submissions.table.ts';
export * from '../taskLists/taskLists.table.ts';
