/**
 * What the pane's own code and its libraries use beyond ES2020, for web views that are older: WPS's, WebKit of older
 * Macs, WebView2 that is not kept up to date. Each is there only where the browser has none. It is imported first.
 */
function give(to: object, members: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(members))
    if (!(name in to)) Object.defineProperty(to, name, { value, configurable: true, writable: true });
}

const at = function <T>(this: ArrayLike<T>, index: number): T | undefined {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
};

give(Array.prototype, {
  at,
  findLast<T>(this: T[], test: (value: T, index: number, all: T[]) => unknown): T | undefined {
    for (let index = this.length - 1; index >= 0; index -= 1)
      if (test(this[index]!, index, this)) return this[index];
    return undefined;
  },
  toReversed<T>(this: T[]): T[] {
    return [...this].reverse();
  },
  toSorted<T>(this: T[], compare?: (left: T, right: T) => number): T[] {
    return [...this].sort(compare);
  },
  toSpliced<T>(this: T[], ...how: [number, number, ...T[]]): T[] {
    const copy = [...this];
    copy.splice(...how);
    return copy;
  },
});

give(String.prototype, {
  at,
  toWellFormed(this: string): string {
    return this.replace(/\p{Surrogate}/gu, '\uFFFD');
  },
  replaceAll(this: string, what: string | RegExp, by: string): string {
    if (typeof what !== 'string') return this.replace(what, by);
    return this.replace(new RegExp(what.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'), 'g'), by);
  },
});

give(crypto, {
  /** RFC 4122, version 4: all but six of the bits by chance. */
  randomUUID(): string {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6]! & 0x0f) | 0x40;
    bytes[8] = (bytes[8]! & 0x3f) | 0x80;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  },
});
