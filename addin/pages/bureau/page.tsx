import { mountDesk } from '../shared/desk/mountDesk.tsx';
import '../shared/progress/behind.css';
import '../shared/progress/progress.css';
import '../shared/progress/table.css';
import './bureau.css';
import { Bureau } from './bureau.tsx';
import { bureauText } from './text.ts';

/** The bureau's page: who has reported what, on time or late, against which target. */
void mountDesk({ text: bureauText, refreshes: true, children: (opened) => <Bureau {...opened} /> });
