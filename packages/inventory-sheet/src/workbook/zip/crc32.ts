/** Eight tables: the state advances eight bytes at a time. */
const tables = Array.from({ length: 8 }, () => new Uint32Array(256));
for (let byte = 0; byte < 256; byte++) {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++)
    remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  (tables[0] as Uint32Array)[byte] = remainder >>> 0;
}
for (let byte = 0; byte < 256; byte++)
  for (let step = 1; step < 8; step++) {
    const before = (tables[step - 1] as Uint32Array)[byte] as number;
    (tables[step] as Uint32Array)[byte] = ((before >>> 8) ^ at(0, before & 0xff)) >>> 0;
  }
function at(step: number, byte: number): number {
  return (tables[step] as Uint32Array)[byte] as number;
}
const [t0, t1, t2, t3, t4, t5, t6, t7] = tables as [
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
];

/** CRC-32 of ZIP (ISO 3309) over `bytes`, going on from `previous`. */
export function crc32(bytes: Uint8Array, previous = 0): number {
  let crc = ~previous;
  let index = 0;
  const end = bytes.length - 7;
  for (; index < end; index += 8) {
    const low =
      crc ^
      ((bytes[index] as number) |
        ((bytes[index + 1] as number) << 8) |
        ((bytes[index + 2] as number) << 16) |
        ((bytes[index + 3] as number) << 24));
    crc =
      (t7[low & 0xff] as number) ^
      (t6[(low >>> 8) & 0xff] as number) ^
      (t5[(low >>> 16) & 0xff] as number) ^
      (t4[low >>> 24] as number) ^
      (t3[bytes[index + 4] as number] as number) ^
      (t2[bytes[index + 5] as number] as number) ^
      (t1[bytes[index + 6] as number] as number) ^
      (t0[bytes[index + 7] as number] as number);
  }
  for (; index < bytes.length; index++)
    crc = (crc >>> 8) ^ (t0[(crc ^ (bytes[index] as number)) & 0xff] as number);
  return ~crc >>> 0;
}
