import { mountDesk } from '../shared/desk/mountDesk.tsx';
import '../shared/progress/table.css';
import '../shared/desk/saveBar.css';
import './roster.css';
import { RosterPage } from './roster.tsx';
import { rosterText } from './text.ts';

/** 名册与密钥: units and groups with their days, and the keys by which units and officers sign in. */
void mountDesk({ text: rosterText, refreshes: true, children: (opened) => <RosterPage {...opened} /> });
