import { mountDesk } from '../shared/desk/mountDesk.tsx';
import './changes.css';
import './decisions.css';
import './lists.css';
import './sentences.css';
import { Lists } from './lists.tsx';
import { listsText } from './text.ts';

/** The administrator's page: a list as it was read, beside its sentences, and what publishing it would change. */
void mountDesk({
  text: listsText,
  children: ({ accessKey, me }) => <Lists key={accessKey} accessKey={accessKey} me={me} />,
});
