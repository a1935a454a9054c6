import { crc32 } from '../workbook/zip/crc32.ts';

/** One file to pack. */
export interface ZipPart {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Packs parts into a ZIP archive, deflated, dated 1980-01-01 so that the same parts give the same bytes. */
export async function makeZip(parts: readonly ZipPart[]): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of parts) {
    const nameBytes = new TextEncoder().encode(name);
    const compressed = await deflateRaw(bytes);
    const fields = new DataView(new ArrayBuffer(26));
    fields.setUint16(0, 20, true);
    fields.setUint16(2, 0x0800, true);
    fields.setUint16(4, 8, true);
    fields.setUint32(6, 0x00210000, true);
    fields.setUint32(10, crc32(bytes), true);
    fields.setUint32(14, compressed.length, true);
    fields.setUint32(18, bytes.length, true);
    fields.setUint16(22, nameBytes.length, true);
    const common = new Uint8Array(fields.buffer);
    const local = join([uint32(0x04034b50), common, nameBytes, compressed]);
    directory.push(
      join([
        uint32(0x02014b50),
        new Uint8Array([20, 0]),
        common,
        new Uint8Array(10),
        uint32(offset),
        nameBytes,
      ]),
    );
    pieces.push(local);
    offset += local.length;
  }
  const central = join(directory);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, parts.length, true);
  end.setUint16(10, parts.length, true);
  end.setUint32(12, central.length, true);
  end.setUint32(16, offset, true);
  return join([...pieces, central, new Uint8Array(end.buffer)]);
}

async function deflateRaw(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
