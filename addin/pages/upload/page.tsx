import { mountUpload } from './upload.tsx';

/** A unit's own file, read, confirmed and reported without any add-in. */
const place = document.getElementById('page');
if (place) mountUpload(place);
