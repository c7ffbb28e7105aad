import { mountDesk } from '../shared/desk/mountDesk.tsx';
import '../shared/progress/table.css';
import '../shared/desk/saveBar.css';
import './shares.css';
import { Shares } from './shares.tsx';
import { sharesText } from './text.ts';

/** 分解指标: the units' shares of the district's targets, typed and pasted into a grid. */
void mountDesk({ text: sharesText, refreshes: true, children: (opened) => <Shares {...opened} /> });
