import { titleOf } from '../../shared/bulletin/heads.ts';
import { shanghaiTime } from '../../shared/calendar/shanghai.ts';
import type { BulletinEntry } from '../../shared/wire/parts/bulletinEntry.ts';
import type { Version } from '../versions/versions.repository.ts';
import type { StoredBulletin } from './bulletins.repository.ts';

/** The present, which a draft tells: the day, the last change, the title of the list. */
export interface Present {
  asOf: string;
  change: number;
  list: { year: number; title: string };
}

/** A bulletin as it stands among others; `title` is what its content has, where that was read. */
export function entryOf(stored: StoredBulletin, present: Present, title?: string): BulletinEntry {
  const { id, preset, period, from, to, issued, corrects, correctedBy, version } = stored;
  return {
    id,
    state: issued ? 'issued' : 'draft',
    number: issued?.number ?? null,
    code: stored.code ?? '',
    title: title ?? stored.title ?? titleOf({ ...stored, list: present.list }),
    ...{ preset, period, from, to },
    asOf: issued?.asOf ?? present.asOf,
    change: issued?.change ?? present.change,
    createdAt: shanghaiTime(stored.createdAt),
    createdBy: stored.createdHolder,
    issuedAt: issued && shanghaiTime(issued.at),
    issuedBy: issued?.holder ?? null,
    corrects: corrects?.number ?? null,
    ...{ correctedBy, version },
  };
}

/** The version of a draft, for `If-Match`; who made it is not kept. */
export const versionOf = ({ version }: Pick<StoredBulletin, 'version'>): Version => ({
  number: version,
  made: null,
});
