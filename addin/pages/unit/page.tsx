import { mountUnit } from './unit.tsx';

/** The unit's progress in a tab of the browser. */
const place = document.getElementById('page');
if (place) mountUnit(place, { partition: '', onFillIn: null });
