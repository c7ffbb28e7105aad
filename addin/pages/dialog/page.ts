import '../../pane/oldBrowsers.ts';
import { browserKeyStore } from '../../api/keyStore.ts';
import { mountUnit, unitOfAddress } from '../unit/unit.tsx';
import { answeredProbe, askForKey, closeDialog, officeReady } from '../../workbook/excel.ts';

/** The unit's progress in a dialog of Excel: what is to be filled in is told to the pane, which goes there. */
async function start(): Promise<void> {
  const { excel, partition } = await officeReady();
  const place = document.getElementById('page');
  if (!place || (excel && answeredProbe())) return;
  const kept = browserKeyStore(partition).read(unitOfAddress());
  const given = kept ?? (excel ? await askForKey() : null);
  place.replaceChildren();
  mountUnit(place, { partition, given, onFillIn: excel ? closeDialog : null });
}

void start();
