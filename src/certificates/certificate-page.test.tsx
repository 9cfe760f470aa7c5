import { renderToString } from 'preact-render-to-string';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { textOf } from '../kit/pdf/fixtures/poppler.ts';
import { startPdf } from '../kit/pdf/pdf.ts';
import { CertificateArticle } from './certificate-page.tsx';
import { certificate, certificateVariants } from './documents/fixtures/papers.ts';

const pdf = await startPdf({ templatesDir: path.resolve(import.meta.dirname, 'documents') });
afterAll(() => pdf.close());

/** What a person reads, without the breaks between lines and pages. */
const plain = (text: string) => text.replaceAll(/\s+/g, '').replaceAll('’', "'").toLowerCase();
const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&quot;': '"', '&#39;': "'" };
const sentencesOf = (html: string) =>
  html
    .split(/<\/(?:p|li|dt|dd|h\d|strong)>/)
    .map((part) =>
      part
        .replaceAll(/<[^>]+>/g, '')
        .replaceAll(/&\w+;|&#39;/g, (entity) => entities[entity] ?? entity)
        .trim(),
    )
    .filter((part) => part !== '' && !part.startsWith('Go to') && !part.startsWith(', with the number'));

describe('the page says nothing that the paper does not', () => {
  test.each(Object.entries(certificateVariants))('%s', async (_, changes) => {
    const content = { ...certificate, ...changes };
    const html = renderToString(
      <CertificateArticle content={{ ...content, check: { address: content.check.address, opens: '' } }} />,
    );
    const paper = plain(
      textOf(await pdf.render({ template: 'certificate', data: { ...content, format: 'large-print' }, createdAt: 0 })),
    );
    const missing = sentencesOf(html).filter((sentence) => !paper.includes(plain(sentence)));
    expect(missing).toEqual([]);
    expect(html).not.toMatch(/appeal by|another month/i);
  });
});
