import { mountDesk } from '../shared/desk/mountDesk.tsx';
import '../shared/progress/behind.css';
import '../shared/progress/table.css';
import './obligation.css';
import { ObligationPage } from './obligation.tsx';
import { obligationText } from './text.ts';

/** One obligation’s page: how it stands, what was reported, who changed what, and what the bureau decided. */
void mountDesk({
  text: obligationText,
  refreshes: true,
  children: (opened) => <ObligationPage {...opened} />,
});
