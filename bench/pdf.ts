// Measures certificates rendered and sealed: time for each, and the memory of both processes over two thousand.
import { readFileSync } from 'node:fs';
import { certificate } from '../src/certificates/documents/fixtures/papers.ts';
import { startPdf } from '../src/kit/pdf/pdf.ts';
import { qrSvg } from '../src/kit/pdf/qr.ts';
import { seal } from '../src/kit/pdf/seal.ts';
import { trialSealingKey } from '../src/kit/pdf/sealing-key.ts';

const count = Number(process.argv[2] ?? 2000);
const limitMs = 40;
const signedAt = 1_795_430_520;
const words = {
  reason: 'Issued',
  name: certificate.service.name,
  location: 'England',
  contact: certificate.service.email,
};

const pdf = await startPdf({ templatesDir: new URL('../src/certificates/documents', import.meta.url).pathname });
const key = await trialSealingKey(signedAt);
const residentMb = (id: number) =>
  Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))![1]) / 1024);

const total: number[] = [];
const rendering: number[] = [];
for (let i = 0; i < count; i++) {
  const started = performance.now();
  const qr = await qrSvg(`https://check.harbour.example/c/${i}`);
  const data = { ...certificate, number: ['4H7K', String(i).padStart(4, '0')], check: { ...certificate.check, qr } };
  const rendered = await pdf.render({ template: 'certificate', data, createdAt: signedAt });
  rendering.push(performance.now() - started);
  await seal(rendered, { ...words, key, signedAt });
  total.push(performance.now() - started);
  if (i % 250 === 249) {
    const child = pdf.processIds().map(residentMb);
    console.log(
      `${i + 1} certificates: this process ${residentMb(process.pid)} MB, Typst ${child.join(' + ') || 'renewed'} MB`,
    );
  }
}
await pdf.close();

const at = (times: number[], part: number) => times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * part)]!;
const row = (name: string, times: number[]) =>
  `${name}: first ${times[0]!.toFixed(0)} ms, p50 ${at(times, 0.5).toFixed(1)}, p95 ${at(times, 0.95).toFixed(1)}, p99 ${at(times, 0.99).toFixed(1)} ms`;
console.log(row('rendered', rendering));
console.log(`${row('rendered and sealed', total)} (limit ${limitMs} ms at p50)`);
if (at(total, 0.5) > limitMs) process.exitCode = 1;
