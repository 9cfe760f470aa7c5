// What people do in more than one journey: type a date, move the trial's clock, begin a call, and keep a paper to look at it.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible } from './trial.ts';

const run = promisify(execFile);

/** Opens an address and looks for accessibility faults on it. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expectAccessible(page);
}

/** Types a date such as 2026-03-05 into the three boxes under a heading. */
export async function typeDay(within: Page | Locator, heading: string | RegExp, iso: string): Promise<void> {
  const [year = '', month = '', day = ''] = iso.split('-').map((part) => String(Number(part)));
  const boxes = within.getByRole('group', { name: heading });
  await boxes.getByLabel('Day').fill(day);
  await boxes.getByLabel('Month').fill(month);
  await boxes.getByLabel('Year').fill(year);
}

/** Moves the trial's clock to a local London time such as 2026-04-01T09:30. */
export async function moveClock(page: Page, at: string): Promise<void> {
  await page.goto('/trial/people');
  await page.getByLabel('It is now, in the trial').fill(at);
  await page.getByRole('button', { name: 'Move the clock' }).click();
  await expect(page.getByLabel('It is now, in the trial')).toHaveValue(at);
}

/** Signs somebody out who is at the desk. */
export async function signOut(page: Page): Promise<void> {
  await page.goto('/desk');
  await page.locator('summary', { hasText: 'your settings, and sign out' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('navigation', { name: 'Desk' })).toHaveCount(0);
}

/** Begins a call at the desk; somebody on the staff is signed in. */
export async function beginCall(page: Page): Promise<void> {
  await page.goto('/desk/calls/new');
  await page.getByRole('button', { name: 'Start the call' }).click();
  await expect(page.getByRole('heading', { name: 'Which service did you ring for?' })).toBeVisible();
}

/** The number and the code of the certificate on whose page at the desk we are. */
export async function numberAndCode(page: Page): Promise<[number: string, code: string]> {
  const opens = await page
    .locator('#about')
    .getByRole('link', { name: /\/check$/ })
    .getAttribute('href');
  const [number = '', code = ''] = (opens ?? '').split('/').slice(-2);
  return [number, code];
}

/** Checks a certificate as anybody can, by its number and code. */
export async function check(page: Page, number: string, code: string): Promise<void> {
  await page.goto('/check');
  await page.getByRole('textbox', { name: 'Certificate number' }).fill(number);
  await page.getByRole('textbox', { name: 'Code' }).fill(code);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
}

/** Checks a certificate by its PDF. */
export async function drop(page: Page, bytes: Buffer): Promise<void> {
  await page.goto('/check');
  await page
    .getByLabel('The certificate as a PDF')
    .setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: bytes });
  await page.getByRole('button', { name: 'Check the PDF' }).click();
}

/** Fetches a link's PDF with the page's own session. */
export async function bytesOf(page: Page, link: Locator): Promise<Buffer> {
  const address = await link.getAttribute('href');
  const answer = await page.request.get(new URL(address ?? '', page.url()).toString());
  expect(answer.status()).toBe(200);
  expect(answer.headers()['content-type']).toContain('application/pdf');
  return answer.body();
}

/** What poppler says of a PDF: its seal, whether it is tagged, its title, and its words. */
export async function examine(pdf: Buffer): Promise<{ seal: string; about: string; title: string; words: string }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'common-ground-paper-'));
  const file = path.join(folder, 'paper.pdf');
  writeFileSync(file, pdf);
  try {
    const [seal, about, words] = await Promise.all([
      run('pdfsig', ['-nocert', file]),
      run('pdfinfo', [file]),
      run('pdftotext', ['-layout', file, '-']),
    ]);
    return {
      seal: seal.stdout,
      about: about.stdout,
      title: /^Title:\s*(.*)$/m.exec(about.stdout)?.[1] ?? '',
      words: words.stdout,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
