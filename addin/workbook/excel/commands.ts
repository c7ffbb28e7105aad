import { acts, type Act } from '../../../shared/manifest/acts.ts';

/**
 * Gives the ribbon's buttons their functions: each shows the pane and does its act there. Only where pane and buttons
 * share a runtime; elsewhere Office shows no buttons. Office takes a press for done at once: what
 * the act does is told in the pane, and a long sync must not keep the next press waiting.
 * Source: learn.microsoft.com/javascript/api/manifest/functionfile
 */
export function answerRibbon(run: (act: Act) => Promise<void>): void {
  if (!Office.context.requirements.isSetSupported('SharedRuntime', '1.1')) return;
  for (const act of acts) {
    Office.actions.associate(act, async (event: Office.AddinCommands.Event) => {
      void run(act);
      // Refused where the add-in comes from Microsoft’s marketplace: then the pane opens by 连接 only.
      await Office.addin.showAsTaskpane().catch(() => {});
      event.completed();
    });
  }
}
