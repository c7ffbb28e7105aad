import { useMemo, useState } from 'preact/hooks';
import { useView } from '../shared/desk/useView.ts';
import type { Opened } from '../shared/keyed/keyedPage.tsx';
import { yearOf } from '../shared/keyed/year.ts';
import { BulletinPage } from './bulletinPage.tsx';
import { bulletinsApi } from './bulletinsApi.ts';
import { EntryList } from './entryList.tsx';
import { bulletinsViewOf, searchOfBulletins } from './view.ts';

/** The list of bulletins, or the one that the address names. */
export function Bulletins({ accessKey, me, turn }: Opened) {
  const api = useMemo(() => bulletinsApi(accessKey), [accessKey]);
  const [view, change] = useView(bulletinsViewOf, searchOfBulletins);
  /** What the last step had to say, where the page has changed with it. */
  const [said, setSaid] = useState('');
  const open = (id: string | undefined, words = '') => {
    setSaid(words);
    change({ id });
    scrollTo(0, 0);
  };
  const shared = { api, me, turn, year: yearOf(me, view.year), said, open };
  return view.id === undefined ? (
    <EntryList {...shared} />
  ) : (
    <BulletinPage key={view.id} id={view.id} {...shared} />
  );
}
