import { usePrinting } from '../../controls/usePrinting.ts';

/** How much of a long list is shown at once: on paper all of it. */
export const usePageSize = (size: number): number => (usePrinting() ? Infinity : size);
