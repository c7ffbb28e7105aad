import { useText } from '../../../controls/useText.ts';
import { keyedText } from './text.ts';

/** Something is being read. */
export function Loading() {
  return <p class="quiet">{useText(keyedText).text.loading}</p>;
}
