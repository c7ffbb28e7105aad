import { render } from 'preact';
import '../frame/frame.css';
import { KeyedPage } from '../frame/keyedPage.tsx';
import { takeKey } from '../frame/keyHolder.ts';
import { followTheme } from '../frame/look.ts';
import './changes.css';
import './decisions.css';
import './publishing.css';
import './sentences.css';
import { Publishing } from './publishing.tsx';
import { en } from './text/en.ts';
import { zh } from './text/zh.ts';

/** The administrator's page: a list as it was read, beside its sentences, and what publishing it would change. */
followTheme();
const place = document.getElementById('page');
if (place)
  render(
    <KeyedPage given={takeKey()} title={{ zh: zh.title, en: en.title }}>
      {({ accessKey, me }) => <Publishing key={accessKey} accessKey={accessKey} me={me} />}
    </KeyedPage>,
    place,
  );
