import { useFrameText } from './language.ts';

/** Something is being read. */
export function Loading() {
  return <p class="quiet">{useFrameText().text.loading}</p>;
}
