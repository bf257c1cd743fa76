// The bytes of a layer: a gzip file holding a tar, made from a name and a size alone (docs/simulator.md, "The bytes of a layer").
// Nothing is kept in memory but one 64 KiB block; both digests come from one walk over the bytes.
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

const kGzipHeader = Buffer.from([0x1f, 0x8b, 0x08, 0x08, 0, 0, 0, 0, 0, 0xff]);
const kStored = 65535; // the longest stored deflate block
const kBlock = 65536; // the period of the data
const kMinimum = 1560;
const kMask = (1n << 64n) - 1n;

/** The tar's length and the length of FNAME that together make a gzip file of exactly `size` bytes. */
export function shape(size) {
  if (!Number.isSafeInteger(size) || size < kMinimum) throw new Error(`a layer has at least ${kMinimum} bytes, not ${size}`);
  const length = (tar) => 19 + tar + 5 * Math.ceil(tar / kStored);
  let tar = Math.floor((size - 19) / 512) * 512;
  while (length(tar) > size) tar -= 512;
  return { tar, fill: size - length(tar) };
}

function fnv1a(name) {
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(name, 'utf8')) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & kMask;
  return hash;
}

/** The 64 KiB of xorshift64* output that the data repeats. */
function dataBlock(name) {
  const block = Buffer.alloc(kBlock);
  let x = fnv1a(name) || 1n;
  for (let at = 0; at < kBlock; at += 8) {
    x ^= x >> 12n;
    x ^= (x << 25n) & kMask;
    x ^= x >> 27n;
    block.writeBigUInt64LE((x * 2685821657736338717n) & kMask, at);
  }
  return block;
}

function tarHeader(name, size) {
  const header = Buffer.alloc(512);
  Buffer.from(`layer/${name}`, 'utf8').subarray(0, 99).copy(header);
  header.write('0000644\0' + '0000000\0' + '0000000\0', 100, 'latin1');
  header.write(size.toString(8).padStart(11, '0') + '\0' + '00000000000\0' + ' '.repeat(8) + '0', 124, 'latin1');
  header.write('ustar\0' + '00', 257, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(sum.toString(8).padStart(6, '0') + '\0 ', 148, 'latin1');
  return header;
}

/** Calls `take(buffer)` with the tar of `length` bytes, cut into pieces of at most kStored bytes as the deflate blocks are. */
function walkTar(name, length, take) {
  const data = length - 1536;
  const block = dataBlock(name);
  const twice = Buffer.concat([block, block]);
  const piece = Buffer.alloc(kStored);
  const head = tarHeader(name, data);
  for (let at = 0; at < length; at += kStored) {
    const end = Math.min(at + kStored, length);
    if (at >= 512 && end <= 512 + data) {
      const from = (at - 512) % kBlock;
      take(twice.subarray(from, from + end - at), end === length);
      continue;
    }
    piece.fill(0);
    if (at < 512) head.copy(piece, 0, at);
    const from = Math.max(at, 512);
    const to = Math.min(end, 512 + data);
    if (to > from) twice.copy(piece, from - at, (from - 512) % kBlock, ((from - 512) % kBlock) + to - from);
    take(piece.subarray(0, end - at), end === length);
  }
}

/** `{digest, diffId}` of the layer `name` of `size` bytes. */
export function hashLayer(name, size) {
  const { tar, fill } = shape(size);
  const whole = createHash('sha256').update(kGzipHeader).update(Buffer.alloc(fill, 's')).update(Buffer.alloc(1));
  const plain = createHash('sha256');
  const head = Buffer.alloc(5);
  let crc = 0;
  walkTar(name, tar, (bytes, last) => {
    head.writeUInt8(last ? 1 : 0, 0);
    head.writeUInt16LE(bytes.length, 1);
    head.writeUInt16LE(~bytes.length & 0xffff, 3);
    whole.update(head).update(bytes);
    plain.update(bytes);
    crc = crc32(bytes, crc);
  });
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc, 0);
  trailer.writeUInt32LE(tar % 2 ** 32, 4);
  return { digest: `sha256:${whole.update(trailer).digest('hex')}`, diffId: `sha256:${plain.digest('hex')}` };
}
