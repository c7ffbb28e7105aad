import { acts, type Act } from '../../../shared/manifest/acts.ts';

/** The first press that reached its function here; a probe tells it. */
export const firstPress: { arrived: true | null; saw: string } = {
  arrived: null,
  saw: 'no button was pressed',
};

/**
 * Gives the ribbon's buttons their functions: each shows the pane and does its act there. It is called while the page is
 * read, before anything is waited for: a press that starts the runtime is lost where its function comes later. Elsewhere
 * than in a shared runtime Office shows no buttons, and nobody presses. Office takes a press for done at once: what the act
 * does is told in the pane, and a long sync must not keep the next press waiting.
 * Source: learn.microsoft.com/javascript/api/manifest/functionfile ; github.com/OfficeDev/office-js 3378 and 5176
 */
export function answerRibbon(run: (act: Act) => Promise<void>): void {
  const { actions } = (globalThis as { Office?: Partial<typeof Office> }).Office ?? {};
  if (!actions) return;
  for (const act of acts) {
    actions.associate(act, async (event: Office.AddinCommands.Event) => {
      if (!firstPress.arrived)
        Object.assign(firstPress, {
          arrived: true,
          saw: `${act}, ${Math.round(performance.now())} ms after the page began`,
        });
      void run(act);
      // Refused where the add-in comes from Microsoft’s marketplace: then the pane opens by 连接 only.
      await Office.addin.showAsTaskpane().catch(() => {});
      event.completed();
    });
  }
}
