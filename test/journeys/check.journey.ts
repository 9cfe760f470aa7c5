// Anybody checks a certificate: by number and code, by the square code, or by dropping the PDF; what is wrong is never told apart.
import { bytesOf, check, drop, numberAndCode, open } from './steps.ts';
import { expect, expectAccessible, signInAs, test } from './trial.ts';

test.use({ at: '2026-04-14T15:00' });

test('a certificate is checked without signing in', async ({ page, browser, baseURL }) => {
  const anybody = await browser.newPage({ baseURL, bypassCSP: true });
  const title = anybody.getByRole('heading', { level: 1 });
  let paper: Buffer = Buffer.alloc(0);
  let number = '';
  let code = '';

  await test.step('the desk has issued one, and the family has its PDF', async () => {
    await signInAs(page, 'Leah Brennan');
    await open(page, '/desk/certificates');
    await page
      .getByRole('row', { name: /Agnieszka/ })
      .getByRole('link')
      .first()
      .click();
    [number, code] = await numberAndCode(page);
    await signInAs(page, 'Agnieszka');
    paper = await bytesOf(page, page.getByRole('link', { name: 'Certificate to print or send' }));
  });

  await test.step('its number and code say genuine, with the date and nothing about a person', async () => {
    await check(anybody, number.toLowerCase(), `${code.slice(0, 4)} ${code.slice(4)}`);
    await expect(title).toHaveText('This certificate is genuine');
    await expect(anybody.getByRole('main')).not.toContainText(/Agnieszka|Maja|Wirral Council/);
    await expectAccessible(anybody);
  });

  await test.step('the square code opens the form filled in', async () => {
    await open(anybody, `/check/${number}/${code}`);
    await anybody.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(title).toHaveText('This certificate is genuine');
  });

  await test.step('a wrong number, a wrong code and nothing at all are answered in the same words', async () => {
    const other = (symbols: string) => `${symbols.slice(0, -1)}${symbols.endsWith('7') ? '8' : '7'}`;
    const answers = new Set<string>();
    for (const [wrongNumber, wrongCode] of [
      [other(number), code],
      [number, other(code)],
      ['', ''],
    ] as const) {
      await check(anybody, wrongNumber, wrongCode);
      await expect(title).toHaveText('We cannot confirm this certificate');
      answers.add(await anybody.getByRole('main').innerText());
    }
    expect(answers.size).toBe(1);
    await expectAccessible(anybody);
  });

  await test.step('the PDF itself is known; with one byte changed it is not', async () => {
    await drop(anybody, paper);
    await expect(title).toHaveText('This certificate is genuine');
    const changed = Buffer.from(paper);
    changed[changed.length - 20] = (changed.at(-20) ?? 0) ^ 1;
    await drop(anybody, changed);
    await expect(title).toHaveText('We cannot confirm this certificate');
    await anybody.close();
  });
});
