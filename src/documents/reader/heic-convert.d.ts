// The types of heic-convert, which comes without any.
declare module 'heic-convert' {
  export default function convert(source: {
    buffer: Uint8Array;
    format: 'JPEG' | 'PNG';
    quality?: number;
  }): Promise<Uint8Array>;
}
