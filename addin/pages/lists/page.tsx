import { render } from 'preact';
import '../shared/keyed/keyed.css';
import { KeyedPage } from '../shared/keyed/keyedPage.tsx';
import { takeKey } from '../shared/keyed/keyHolder.ts';
import { followTheme } from '../../controls/theme.ts';
import './changes.css';
import './decisions.css';
import './lists.css';
import './sentences.css';
import { Lists } from './lists.tsx';
import { listsText } from './text.ts';

/** The administrator's page: a list as it was read, beside its sentences, and what publishing it would change. */
followTheme();
const place = document.getElementById('page');
if (place)
  render(
    <KeyedPage given={takeKey()} text={listsText}>
      {({ accessKey, me }) => <Lists key={accessKey} accessKey={accessKey} me={me} />}
    </KeyedPage>,
    place,
  );
