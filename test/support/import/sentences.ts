import { parseTaskList } from '../../../shared/import/parseTaskList.ts';
import { gridWith, readSentence } from './published.ts';

/** Schedules in short: `once 2024-03-31 "3月底前"`. */
export function inShort(sentence: string): string[] {
  return readSentence(sentence).schedules.map(({ kind, start, due, season, source }) =>
    [kind, start, due, season && `in ${season}`, `"${source?.text ?? ''}"`]
      .filter((part) => part !== undefined)
      .join(' '),
  );
}

/** What is told of a sentence, with the words concerned. */
export function codesFor(sentence: string): string[] {
  return parseTaskList(gridWith({ arrangements: `1. ${sentence}` })).diagnostics.map(
    ({ code, text }) => `${code} ${text}`,
  );
}
