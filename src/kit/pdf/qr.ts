// Draws a QR code as SVG text, to be passed to a template as data.
import QRCode from 'qrcode';

/** Draws an address as a QR code with its quiet zone. The same address gives the same text. */
export async function qrSvg(address: string): Promise<string> {
  return QRCode.toString(address, {
    type: 'svg',
    margin: 2,
    errorCorrectionLevel: 'M',
    color: { dark: '#1d2733', light: '#ffffff' },
  });
}
