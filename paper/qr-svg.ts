import QRCode from 'qrcode';

/** A QR code as SVG, dark on white with its quiet zone of four modules. */
export function qrSvg(text: string): string {
  const { modules: { size, data } } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const dark = Array.from(data).flatMap((on, at) => (on ? [`M${at % size} ${Math.floor(at / size)}h1v1h-1z`] : []));
  const whole = size + 2 * QUIET;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-QUIET} ${-QUIET} ${whole} ${whole}" shape-rendering="crispEdges">`
    + `<rect x="${-QUIET}" y="${-QUIET}" width="${whole}" height="${whole}" fill="#fff"/><path d="${dark.join('')}" fill="#000"/></svg>`;
}

const QUIET = 4;
