// Puts several PDFs one after the other, for one press of "print". Merging drops seals and tags: what is kept and sent are the papers themselves.
import { PDFDocument } from 'pdf-lib';

/** Gives one PDF of all pages in order. */
export async function mergePdfs(papers: readonly Uint8Array[]): Promise<Uint8Array> {
  const whole = await PDFDocument.create();
  for (const bytes of papers) {
    const paper = await PDFDocument.load(bytes, { updateMetadata: false });
    for (const page of await whole.copyPages(paper, paper.getPageIndices())) whole.addPage(page);
  }
  return whole.save();
}
