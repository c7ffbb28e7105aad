import { crc32, type PackedPart } from '../documents/zip.ts';

/** Text is made bytes in pieces of so many characters: few enough to keep, enough to be worth the call. */
const pieceLength = 65_536;

async function* encoded(
  texts: AsyncIterable<string>,
  length: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const encode = (text: string) => encoder.encode(text) as Uint8Array<ArrayBuffer>;
  let waiting = '';
  for await (const text of texts) {
    waiting += text;
    if (waiting.length < length) continue;
    yield encode(waiting);
    waiting = '';
  }
  yield encode(waiting);
}

/**
 * Text that is made piece by piece, as UTF-8, kept packed until all of it is there: a tenth of its size, so that nothing is sent
 * before it is known to be whole.
 */
export async function pack(texts: AsyncIterable<string>): Promise<PackedPart> {
  let crc = 0;
  let unpacked = 0;
  const packer = new CompressionStream('deflate-raw');
  const writer = packer.writable.getWriter();
  const body = new Response(packer.readable).arrayBuffer();
  // What fails is told once, by the source.
  body.catch(() => {});
  try {
    for await (const piece of encoded(texts, pieceLength)) {
      crc = crc32(piece, crc);
      unpacked += piece.length;
      await writer.write(piece);
    }
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => {});
    throw error;
  }
  return { method: 8, crc, unpacked, body: new Uint8Array(await body) };
}

/** So many characters are packed by themselves: as many are unpacked at a time. */
const blockLength = 4 * pieceLength;

type Transform = ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>;

const through = async (bytes: Uint8Array<ArrayBuffer>, transform: object): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await new Response(new Response(bytes).body!.pipeThrough(transform as Transform)).arrayBuffer(),
  );

/** The same for what is sent unpacked: in blocks. */
export async function packInBlocks(texts: AsyncIterable<string>): Promise<Uint8Array<ArrayBuffer>[]> {
  const blocks: Uint8Array<ArrayBuffer>[] = [];
  for await (const bytes of encoded(texts, blockLength))
    blocks.push(await through(bytes, new CompressionStream('deflate-raw')));
  return blocks;
}

/**
 * The bytes of all blocks again, each unpacked when it is asked for. (The platform's stream unpacks all that it is handed before any
 * of it is read.)
 */
export function unpacking(blocks: Iterable<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array> {
  const rest = blocks[Symbol.iterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value, done } = rest.next();
        if (done) controller.close();
        else controller.enqueue(await through(value, new DecompressionStream('deflate-raw')));
      },
    },
    { highWaterMark: 0 },
  );
}
