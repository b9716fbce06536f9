import { crc32, deflateSync } from 'node:zlib';

/** Pictures of plain rectangles, for screenshots that need no browser. */

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

/**
 * @param {number} width pixels
 * @param {number} height pixels
 * @param {[number, number, number, number, string][]} boxes x, y, width, height and colour, painted in this order
 */
export function png(width, height, boxes) {
  const pixels = Buffer.alloc((width * 3 + 1) * height);
  for (const [x, y, w, h, colour] of boxes) {
    const rgb = Buffer.from(colour.slice(1), 'hex');
    for (let row = y; row < Math.min(y + h, height); row++)
      for (let column = x; column < Math.min(x + w, width); column++)
        rgb.copy(pixels, row * (width * 3 + 1) + 1 + column * 3);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
