// The logo as PNG, for what cannot show SVG: home screens. A stack of four sheets seen from a corner,
// drawn by counting which of 4 × 4 points in each pixel fall in each polygon.
import { crc32, deflate } from "./png.mjs";

const faces = [
  { points: [[16, 2.2], [28, 9], [28, 23], [16, 29.8], [4, 23], [4, 9]], colour: [0x1e, 0x4a, 0xa8, 1] },
  { points: [[16, 15.8], [28, 9], [28, 23], [16, 29.8]], colour: [0x14, 0x34, 0x74, 1] },
  { points: [[16, 2.2], [28, 9], [16, 15.8], [4, 9]], colour: [0xff, 0x8a, 0x45, 1] },
  ...[13.15, 17.85].map((y) => ({
    points: [[4, y], [16, y + 6.8], [28, y], [28, y + 1.1], [16, y + 7.9], [4, y + 1.1]],
    colour: [255, 255, 255, 0.55],
  })),
];
const paper = [0xfa, 0xf6, 0xef];

function inside([x, y], points) {
  let odd = false;
  for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
    const [xi, yi] = points[i], [xj, yj] = points[j];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) odd = !odd;
  }
  return odd;
}

// `share` of the side is the logo; the rest is margin, so that a round mask cuts nothing.
export function logoPng(side, share) {
  const grain = 4, scale = (side * share) / 32, margin = (side * (1 - share)) / 2;
  const rows = Buffer.alloc(side * (1 + side * 3));
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const sum = [0, 0, 0];
      for (let s = 0; s < grain * grain; s++) {
        const point = [x + ((s % grain) + 0.5) / grain, y + (Math.floor(s / grain) + 0.5) / grain];
        const at = point.map((v) => (v - margin) / scale);
        const seen = [...paper];
        for (const { points, colour } of faces) {
          if (!inside(at, points)) continue;
          for (let c = 0; c < 3; c++) seen[c] += (colour[c] - seen[c]) * colour[3];
        }
        for (let c = 0; c < 3; c++) sum[c] += seen[c];
      }
      for (let c = 0; c < 3; c++)
        rows[y * (1 + side * 3) + 1 + x * 3 + c] = Math.round(sum[c] / (grain * grain));
    }
  }
  return encode(side, rows);
}

function encode(side, rows) {
  const chunk = (type, body) => {
    const named = Buffer.concat([Buffer.from(type, "latin1"), body]);
    const out = Buffer.alloc(8);
    out.writeUInt32BE(body.length, 0);
    out.writeUInt32BE(crc32(named), 4);
    return Buffer.concat([out.subarray(0, 4), named, out.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head), chunk("IDAT", deflate(rows)), chunk("IEND", Buffer.alloc(0)),
  ]);
}
