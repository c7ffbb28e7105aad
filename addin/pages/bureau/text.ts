import { texts } from '../../text/texts.ts';

/** What the bureau's page alone says. */
export const bureauText = texts({ title: '区局进度' }, { title: 'Bureau progress' });
