import { mountDesk } from '../shared/desk/mountDesk.tsx';
import '../shared/progress/table.css';
import { Bulletins } from './bulletins.tsx';
import './bulletins.css';
import './paper.css';
import { bulletinsText } from './text.ts';

/** 通报: what the bureau tells all units of a week, a month, a quarter; drafted, edited, issued. */
void mountDesk({ text: bulletinsText, refreshes: true, children: (opened) => <Bulletins {...opened} /> });
