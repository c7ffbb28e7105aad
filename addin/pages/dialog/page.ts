import { mountUnit } from '../unit/unit.tsx';
import { closeDialog, officeReady } from '../../workbook/excel.ts';

/** The unit's progress in a dialog of Excel: what is to be filled in is told to the pane, which goes there. */
const { excel, partition } = await officeReady();
const place = document.getElementById('page');
if (place) {
  mountUnit(place, { partition, onFillIn: excel ? (key) => void closeDialog(key) : null });
}
