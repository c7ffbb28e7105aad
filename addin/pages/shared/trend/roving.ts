const steps: Record<string, readonly [down: number, across: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

/**
 * Moves the keyboard among many buttons of which one is reached by Tab: arrows, Home and End. Each says its place as
 * `data-at="row,column"`; places without a button are passed over.
 */
export function moveWithin(event: KeyboardEvent): void {
  const step = steps[event.key];
  const from = (event.target as HTMLElement).closest<HTMLElement>('[data-at]');
  if (!step || !from || event.ctrlKey || event.metaKey || event.altKey) return;
  const placed = [
    ...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[data-at]:not(:disabled)'),
  ].map((button) => ({ button, at: button.dataset['at']!.split(',').map(Number) as [number, number] }));
  const [row, column] = from.dataset['at']!.split(',').map(Number) as [number, number];
  const [down, across] = step;
  const ahead = placed
    .filter(({ at }) => (down === 0 ? at[0] === row : at[1] === column))
    .map(({ button, at }) => ({
      button,
      far: down === 0 ? (at[1] - column) * Math.sign(across) : (at[0] - row) * down,
    }))
    .filter(({ far }) => far > 0)
    .toSorted((a, b) => a.far - b.far);
  event.preventDefault();
  const to = Number.isFinite(across) ? ahead[0] : ahead.at(-1);
  to?.button.focus();
}
