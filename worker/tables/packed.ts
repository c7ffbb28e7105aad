import { crc32, type PackedPart } from '../documents/zip.ts';

/** Text is made bytes in pieces of so many characters: few enough to keep, enough to be worth the call. */
const pieceLength = 65_536;

async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let waiting = '';
  for await (const text of texts) {
    waiting += text;
    if (waiting.length < pieceLength) continue;
    yield encoder.encode(waiting);
    waiting = '';
  }
  yield encoder.encode(waiting);
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
    for await (const piece of encoded(texts)) {
      crc = crc32(piece, crc);
      unpacked += piece.length;
      await writer.write(piece as Uint8Array<ArrayBuffer>);
    }
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => {});
    throw error;
  }
  return { method: 8, crc, unpacked, body: new Uint8Array(await body) };
}

/** The same bytes again, unpacked as they are read. */
export const unpacking = ({ body }: PackedPart): ReadableStream<Uint8Array> =>
  new Response(body as Uint8Array<ArrayBuffer>).body!.pipeThrough(
    new DecompressionStream('deflate-raw') as ReadableWritablePair<Uint8Array, Uint8Array>,
  );
