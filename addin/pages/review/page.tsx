import { mountDesk } from '../shared/desk/mountDesk.tsx';
import '../shared/progress/behind.css';
import '../shared/progress/table.css';
import './review.css';
import { Review } from './review.tsx';
import { reviewText } from './text.ts';

/** The officer's page of reviews: what waits, and what she decides of it. */
void mountDesk({ text: reviewText, refreshes: true, children: (opened) => <Review {...opened} /> });
