import { takeKeyFromAddress } from '../../../api/keyInAddress.ts';

const name = 'taizhang.bureauKey';

/**
 * The desk’s one sign-in: the key of a link (`#key=tz_…`), else the one that this tab has kept, else that of another tab
 * in which the desk is open. It lives as long as one of these tabs does, and no longer.
 */
export async function takeKey(): Promise<string | null> {
  return takeKeyFromAddress() ?? readKept() ?? (await askOtherTabs());
}

/** Keeps a key for this tab, or forgets it. */
export function keepKey(key: string | null): void {
  try {
    if (key === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, key);
  } catch {
    // A browser that keeps nothing asks again at the next load.
  }
}

function readKept(): string | null {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

type Said = { asks: true } | { key: string } | { left: true };

const openChannel = (): BroadcastChannel | null =>
  typeof BroadcastChannel === 'function' ? new BroadcastChannel('taizhang.desk') : null;

/** How long another tab has to answer, in milliseconds: it is on the same computer. */
const patience = 150;

/** Asks the desk’s other tabs for their key; `null` where none is open, or none is signed in. */
function askOtherTabs(): Promise<string | null> {
  const channel = openChannel();
  if (!channel) return Promise.resolve(null);
  return new Promise<string | null>((answer) => {
    setTimeout(() => answer(null), patience);
    channel.addEventListener('message', ({ data }: MessageEvent<Said>) => {
      if ('key' in data) answer(data.key);
    });
    channel.postMessage({ asks: true } satisfies Said);
  }).finally(() => channel.close());
}

/** Answers the desk’s other tabs; `onLeft` is called when somebody signs out in one of them. */
export function answerOtherTabs(onLeft: () => void): void {
  const channel = openChannel();
  if (!channel) return;
  channel.addEventListener('message', ({ data }: MessageEvent<Said>) => {
    const key = readKept();
    if ('asks' in data && key !== null) channel.postMessage({ key } satisfies Said);
    if ('left' in data && key !== null) {
      keepKey(null);
      onLeft();
    }
  });
}

/** Forgets the key here and in the desk’s other tabs. */
export function leave(): void {
  keepKey(null);
  const channel = openChannel();
  channel?.postMessage({ left: true } satisfies Said);
  channel?.close();
}
