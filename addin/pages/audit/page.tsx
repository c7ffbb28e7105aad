import { mountDesk } from '../shared/desk/mountDesk.tsx';
import '../shared/progress/table.css';
import './audit.css';
import { Audit } from './audit.tsx';
import { auditText } from './text.ts';

/** 操作记录: who did what, when and why. */
void mountDesk({ text: auditText, refreshes: true, children: (opened) => <Audit {...opened} /> });
