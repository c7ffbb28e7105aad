/** A zip as Word and Excel write it: deflated, by other means than the readers unpack it. `lie` tells sizes wrong, or gives a part that is packed already. */
export async function zipOf(
  parts: Record<string, string | Uint8Array>,
  lie: { unpacked?: number; flags?: number; body?: Record<string, Uint8Array> } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const [path, content] of Object.entries(parts)) {
    const name = encoder.encode(path);
    const plain = typeof content === 'string' ? encoder.encode(content) : content;
    const packed = lie.body?.[path] ?? (await deflate(plain));
    const common = new Uint8Array(26);
    const view = new DataView(common.buffer);
    view.setUint16(0, 20, true);
    view.setUint16(2, lie.flags ?? 0, true);
    view.setUint16(4, 8, true);
    view.setUint32(10, crcOf(plain), true);
    view.setUint32(14, packed.length, true);
    const lies = lie.body === undefined || path in lie.body;
    view.setUint32(18, (lies ? lie.unpacked : undefined) ?? plain.length, true);
    view.setUint16(22, name.length, true);
    pieces.push(new Uint8Array([0x50, 0x4b, 3, 4]), common, name, packed);
    const tail = new Uint8Array(14);
    new DataView(tail.buffer).setUint32(10, at, true);
    directory.push(new Uint8Array([0x50, 0x4b, 1, 2, 20, 0]), common, tail, name);
    at += 30 + name.length + packed.length;
  }
  const size = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, Object.keys(parts).length, true);
  view.setUint16(10, Object.keys(parts).length, true);
  view.setUint32(12, size, true);
  view.setUint32(16, at, true);
  return joined([...pieces, ...directory, end]);
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

export async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** What the CRC of a byte adds: bit by bit, 60 MB would take seconds. */
const ofByte = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  return crc;
});

function crcOf(bytes: Uint8Array): number {
  let crc = -1;
  for (let at = 0; at < bytes.length; at += 1) crc = (crc >>> 8) ^ ofByte[(crc ^ bytes[at]!) & 0xff]!;
  return ~crc >>> 0;
}
