// oxlint-disable-next-line typescript/triple-slash-reference -- wherever this file is checked from, its declaration is found
/// <reference path="./pako.d.ts" />
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
}

/**
 * A zip package whose parts are unpacked one by one, each no further than its directory says and the limits allow. The libraries that
 * read the parts unpack without a useful bound, so they are given only what came out of here.
 */
export class Package {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly entries = new Map<string, Entry>();
  private unpacked = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.readDirectory();
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  private readDirectory(): void {
    const { view, bytes } = this;
    const end = this.findEnd();
    const count = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    if (count === 0xffff || at === 0xffffffff) throw damaged('不支持 zip64 格式', 'zip64 is not supported');
    if (count > limits.entries) {
      throw unsafe(`文件内含 ${count} 个部件`, `it holds ${count} parts`);
    }
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
      });
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  }

  /** Where the end record stands: before a comment of at most 65,535 bytes. */
  private findEnd(): number {
    const last = this.bytes.length - 22;
    for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
      if (this.view.getUint32(at, true) === 0x06054b50) return at;
    }
    throw cut();
  }

  /** Unpacks one part; counts towards the limit of the whole package. */
  async read(name: string): Promise<Uint8Array> {
    const entry = this.entries.get(name);
    if (!entry) throw damaged(`缺少部件“${name}”`, `part “${name}” is missing`);
    const { packed, unpacked, offset, method } = entry;
    this.unpacked += unpacked;
    if (unpacked > limits.part || this.unpacked > limits.parts) {
      throw tooLarge(
        `解压后超过 ${limits.parts / 1_000_000} MB（部件“${name}”）`,
        `unpacked it is over ${limits.parts / 1_000_000} MB (part “${name}”)`,
      );
    }
    if (unpacked > 1_000_000 && unpacked > packed * limits.ratio) throw bomb(name);
    const { view } = this;
    if (offset + 30 > this.bytes.length || view.getUint32(offset, true) !== 0x04034b50) throw cut();
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    if (start + packed > this.bytes.length) throw cut();
    const body = this.bytes.subarray(start, start + packed);
    if (method !== 0 && method !== 8) throw damaged('压缩方法不支持', 'its compression is not supported');
    const part = method === 0 ? body : inflate(body, unpacked, name);
    if (part.length !== unpacked || crc32(part) !== entry.crc) {
      throw damaged(`部件“${name}”校验不符`, `part “${name}” fails its checksum`);
    }
    return part;
  }

  /** A part of XML as text. A document type has no place in Office's files; entities could be made to grow without end. */
  async readXml(name: string): Promise<string> {
    const part = await this.read(name);
    let xml: string;
    try {
      xml = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(part);
    } catch {
      throw damaged(`部件“${name}”不是 UTF-8`, `part “${name}” is not UTF-8`);
    }
    if (/<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST)/iu.test(xml)) {
      throw unsafe(`部件“${name}”含有 DTD 声明`, `part “${name}” declares a document type (DTD)`);
    }
    return xml;
  }
}

const cut = (): Problem => damaged('压缩结构不完整', 'its zip structure is cut off');
const bomb = (name: string): Problem =>
  unsafe(`部件“${name}”的压缩比异常`, `part “${name}” unpacks to far more than it should`);

/**
 * Inflates, and stops at the first byte beyond what was declared. (The platform's own stream unpacks all that it is handed before any of
 * it is read: ten megabytes could fill the memory many times over.)
 */
function inflate(packed: Uint8Array, declared: number, name: string): Uint8Array {
  const result = new Uint8Array(declared);
  let length = 0;
  const inflater = new Inflate({ raw: true, chunkSize: 65_536 });
  inflater.onData = (chunk) => {
    if (length + chunk.length > declared) throw bomb(name);
    result.set(chunk, length);
    length += chunk.length;
  };
  inflater.onEnd = () => {};
  inflater.push(packed, true);
  if (inflater.err !== 0) throw damaged(`部件“${name}”无法解压`, `part “${name}” cannot be unpacked`);
  return result.subarray(0, length);
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
