import { Inflate } from 'pako';
import { Problem } from '../problems/problem.ts';
import { damaged, limits, tooLarge, unsafe } from './limits.ts';

/** One file of a package, as its central directory describes it. */
interface Entry {
  method: number;
  crc: number;
  packed: number;
  unpacked: number;
  offset: number;
  /** Where the next file or the directory begins. */
  end: number;
}

/** The packed bytes of a part, and what a directory has to say of them. */
export interface PackedPart {
  /** 0: stored, 8: deflated. */
  method: number;
  crc: number;
  unpacked: number;
  body: Uint8Array;
}

/**
 * A zip package whose parts are unpacked one by one, each no further than its directory says and the limits allow. The library that
 * reads workbooks unpacks without a useful bound, so it is given only what came out of here.
 */
export class Package {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly entries = new Map<string, Entry>();
  private readonly most: { part: number; parts: number };
  private unpacked = 0;

  /** `most`: bytes that one part and all together may unpack to. */
  constructor(bytes: Uint8Array, most: { part: number; parts: number } = limits) {
    this.bytes = bytes;
    this.most = most;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.readDirectory();
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** How many bytes a part unpacks to, as the directory says. */
  sizeOf(name: string): number {
    return this.entries.get(name)?.unpacked ?? 0;
  }

  /** A part as it lies in the package: packed bytes that are copied without a look into them. */
  packed(name: string): PackedPart {
    const { method, crc, packed, unpacked, offset } = this.entryOf(name);
    const { view } = this;
    if (offset + 30 > this.bytes.length || view.getUint32(offset, true) !== 0x04034b50) throw cut();
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    if (start + packed > this.bytes.length) throw cut();
    return { method, crc, unpacked, body: this.bytes.subarray(start, start + packed) };
  }

  private readDirectory(): void {
    const { view, bytes } = this;
    const end = this.findEnd();
    const count = view.getUint16(end + 10, true);
    const directory = view.getUint32(end + 16, true);
    if (count === 0xffff || directory === 0xffffffff) {
      throw damaged('不支持 zip64 格式', 'zip64 is not supported');
    }
    if (count > limits.entries) {
      throw unsafe(`文件内含 ${count} 个部件`, `it holds ${count} parts`);
    }
    let at = directory;
    for (let index = 0; index < count; index += 1) {
      if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw cut();
      const flags = view.getUint16(at + 8, true);
      const nameLength = view.getUint16(at + 28, true);
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
      if ((flags & 1) !== 0) throw new Problem('file-encrypted');
      if (this.entries.has(name)) throw unsafe(`部件“${name}”重复`, `part “${name}” occurs twice`);
      this.entries.set(name, {
        method: view.getUint16(at + 10, true),
        crc: view.getUint32(at + 16, true),
        packed: view.getUint32(at + 20, true),
        unpacked: view.getUint32(at + 24, true),
        offset: view.getUint32(at + 42, true),
        end: directory,
      });
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    const inOrder = [...this.entries.values()].toSorted((a, b) => a.offset - b.offset);
    inOrder.forEach((entry, index) => {
      entry.end = inOrder[index + 1]?.offset ?? directory;
    });
  }

  /** Where the end record stands: before a comment of at most 65,535 bytes. */
  private findEnd(): number {
    const last = this.bytes.length - 22;
    for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
      if (this.view.getUint32(at, true) === 0x06054b50) return at;
    }
    throw cut();
  }

  /**
   * Unpacks one part and hands it over piece by piece, stopping at the first byte beyond what was declared; counts towards the limit of
   * the whole package. (The platform's own stream unpacks all that it is handed before any of it is read: ten megabytes could fill the
   * memory many times over.)
   */
  unpack(name: string, take: (piece: Uint8Array) => void): void {
    const { method, unpacked, crc } = this.entryOf(name);
    const body = this.bodyOf(name);
    let length = 0;
    let sum = 0;
    const check = (piece: Uint8Array): void => {
      length += piece.length;
      if (length > unpacked) throw bomb(name);
      sum = crc32(piece, sum);
      take(piece);
    };
    if (method === 0) check(body);
    else inflate(body, check, name);
    if (length !== unpacked || sum !== crc) {
      throw damaged(`部件“${name}”校验不符`, `part “${name}” fails its checksum`);
    }
  }

  /** One part, unpacked whole. */
  read(name: string): Uint8Array {
    let whole = new Uint8Array();
    let at = 0;
    this.unpack(name, (piece) => {
      // Only now is it known that the part may be as large as it says.
      if (at === 0) whole = new Uint8Array(this.entryOf(name).unpacked);
      whole.set(piece, at);
      at += piece.length;
    });
    return whole;
  }

  private entryOf(name: string): Entry {
    const entry = this.entries.get(name);
    if (!entry) throw damaged(`缺少部件“${name}”`, `part “${name}” is missing`);
    return entry;
  }

  /** The packed bytes of a part that may be unpacked. */
  private bodyOf(name: string): Uint8Array {
    const { packed, unpacked, offset, method, end } = this.entryOf(name);
    this.unpacked += unpacked;
    const { part, parts } = this.most;
    if (unpacked > part || this.unpacked > parts) {
      throw tooLarge(
        `解压后超过 ${parts / 1_000_000} MB（部件“${name}”）`,
        `unpacked it is over ${parts / 1_000_000} MB (part “${name}”)`,
      );
    }
    if (unpacked > 1_000_000 && unpacked > packed * limits.ratio) throw bomb(name);
    // Packing adds a few bytes at the most; more is work without a yield.
    if (packed > unpacked * 1.01 + 1000) throw bomb(name);
    const { view } = this;
    if (offset + 30 > this.bytes.length || view.getUint32(offset, true) !== 0x04034b50) throw cut();
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    if (start + packed > this.bytes.length) throw cut();
    if (start + packed > end) throw unsafe(`部件“${name}”与其他部件重叠`, `part “${name}” overlaps another`);
    if (method !== 0 && method !== 8) throw damaged('压缩方法不支持', 'its compression is not supported');
    return this.bytes.subarray(start, start + packed);
  }
}

const cut = (): Problem => damaged('压缩结构不完整', 'its zip structure is cut off');
const bomb = (name: string): Problem =>
  unsafe(`部件“${name}”的压缩比异常`, `part “${name}” unpacks to far more than it should`);

function inflate(packed: Uint8Array, take: (piece: Uint8Array) => void, name: string): void {
  const inflater = new Inflate({ raw: true, chunkSize: 65_536 });
  inflater.onData = take;
  inflater.onEnd = () => {};
  inflater.push(packed, true);
  if (inflater.err !== 0) throw damaged(`部件“${name}”无法解压`, `part “${name}” cannot be unpacked`);
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The checksum of bytes, after that of the bytes before them. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before >>> 0;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}
