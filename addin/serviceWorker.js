/**
 * Keeps the workbook's own files, so that the page opens without a network. It knows nothing of the API: reports go to the
 * server or wait in the workbook. The build fills in version and files; another version brings its own, whole, and the
 * one before goes.
 */
const version = '%VERSION%';
/** @type {string[]} */
const files = JSON.parse('%FILES%');
const page = '/workbook';
const prefix = 'taizhang-workbook-';

addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(prefix + version)
      .then((cache) => cache.addAll([page, ...files]))
      .then(() => skipWaiting()),
  );
});

addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name.startsWith(prefix) && name !== prefix + version))
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(() => clients.claim()),
  );
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  // The page itself as the server has it now; what is kept only where the server is out of reach.
  if (request.mode === 'navigate') {
    if (pathname === page) event.respondWith(fetch(request).catch(() => caches.match(page)));
  } else if (files.includes(pathname)) {
    event.respondWith(caches.match(pathname).then((kept) => kept ?? fetch(request)));
  }
});
