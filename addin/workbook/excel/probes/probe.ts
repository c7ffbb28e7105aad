/** What is tried on a computer with Excel, in the order of docs/excel-probes.md. */
export const probeIds = [
  'filtered-write',
  'filtered-delete',
  'notes',
  'note-on-thread',
  'mixed-rule',
  'dropdown-event',
  'undo',
  'first-press',
  'dialog-storage',
  'long-reference',
] as const;
export type ProbeId = (typeof probeIds)[number];

/** Whether what the add-in reckons with is so here; `null`: it was not tried, or cannot be told. */
export interface Found {
  id: ProbeId;
  holds: boolean | null;
  /** What was seen, in few words, for whoever reads the report. */
  saw: string;
}

export type Saw = Omit<Found, 'id'>;

/** A probe that needs nobody: it works in the scratch sheet alone. */
export type Probe = (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<Saw>;

/** Runs something that may be refused; the code of the refusal, or `null` where it went through. */
export async function refusal(act: () => Promise<unknown>): Promise<string | null> {
  try {
    await act();
    return null;
  } catch (thrown) {
    const { code, message } = thrown as { code?: string; message?: string };
    return String(code ?? message ?? 'error');
  }
}
