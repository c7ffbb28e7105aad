import { render } from 'preact';
import '../frame/frame.css';
import { KeyedPage } from '../frame/keyedPage.tsx';
import { takeKey } from '../frame/keyHolder.ts';
import { followTheme } from '../frame/look.ts';
import './behind.css';
import './dashboard.css';
import './table.css';
import { ProgressPage } from './progress.tsx';
import { en, zh } from './text.ts';

/** The bureau's page: who has reported what, on time or late, against which target. */
followTheme();
const place = document.getElementById('page');
if (place)
  render(
    <KeyedPage given={takeKey()} title={{ zh: zh.title, en: en.title }} refreshes>
      {(opened) => <ProgressPage {...opened} />}
    </KeyedPage>,
    place,
  );
