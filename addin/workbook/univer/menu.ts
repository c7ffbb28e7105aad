const hidden = { hidden: true } as const;

/**
 * What a clerk has no use for is taken off the toolbar and the menus. Undo, colours, wrapping, filter and sort are in
 * view then. What would break the ledger goes too: merging, formats of numbers, shifting of single cells, a column
 * gone.
 */
export const menu: Record<string, typeof hidden> = Object.fromEntries(
  [
    'sheet.command.set-once-format-painter',
    'sheet.command.clear-selection-all',
    'sheet.command.set-range-font-family',
    'sheet.command.set-range-fontsize',
    'sheet.command.set-range-font-increase',
    'sheet.command.set-range-font-decrease',
    'sheet.command.set-range-italic',
    'sheet.command.set-range-underline',
    'sheet.command.set-range-stroke',
    'sheet.command.set-border-basic',
    'sheet.command.set-vertical-text-align',
    'sheet.command.set-text-rotation',
    'sheet.command.add-worksheet-merge',
    'sheet.operation.open.numfmt.panel',
    'sheet.command.numfmt.set.percent',
    'sheet.command.numfmt.set.currency',
    'sheet.command.numfmt.add.decimal.command',
    'sheet.command.numfmt.subtract.decimal.command',
    'sheet.command.add-range-protection-from-toolbar',
    'base-ui.operation.toggle-shortcut-panel',
    'formula-ui.operation.insert-function.common',
    'formula-ui.operation.insert-function.financial',
    'formula-ui.operation.insert-function.logical',
    'formula-ui.operation.insert-function.text',
    'formula-ui.operation.insert-function.date',
    'formula-ui.operation.insert-function.lookup',
    'formula-ui.operation.insert-function.math',
    'formula-ui.operation.insert-function.statistical',
    'formula-ui.operation.insert-function.engineering',
    'formula-ui.operation.insert-function.information',
    'formula-ui.operation.insert-function.database',
    'sheet.menu.data-validation',
    'sheet.toolbar.text-to-number',
    'sheet.contextMenu.text-to-number',
    'sheet.contextMenu.permission',
    'sheet.command.remove-col-confirm',
    'sheet.command.insert-range-move-right-confirm',
    'sheet.command.insert-range-move-down-confirm',
    'sheet.command.delete-range-move-left-confirm',
    'sheet.command.delete-range-move-up-confirm',
    // Every sort of the ledger sorts whole rows: the variant that asks about the range is of no use.
    'sheet.command.sort-range-asc',
    'sheet.command.sort-range-desc',
    'sheet.command.sort-range-asc-ctx',
    'sheet.command.sort-range-desc-ctx',
  ].map((id) => [id, hidden]),
);
