import { render } from 'preact';
import '../shared/keyed/keyed.css';
import { KeyedPage } from '../shared/keyed/keyedPage.tsx';
import { takeKey } from '../shared/keyed/keyHolder.ts';
import { followTheme } from '../../controls/theme.ts';
import '../shared/progress/behind.css';
import '../shared/progress/progress.css';
import '../shared/progress/table.css';
import './bureau.css';
import { Bureau } from './bureau.tsx';
import { bureauText } from './text.ts';

/** The bureau's page: who has reported what, on time or late, against which target. */
followTheme();
const place = document.getElementById('page');
if (place)
  render(
    <KeyedPage given={takeKey()} text={bureauText} refreshes>
      {(opened) => <Bureau {...opened} />}
    </KeyedPage>,
    place,
  );
