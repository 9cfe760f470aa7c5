// A person who uses no mouse: every key pressed is counted, and the letters and figures of words that are typed are not.
import { expect, type Locator, type Page } from '@playwright/test';

/** Far more fields than any page of ours has: after so many, what is looked for cannot be reached. */
const MOST_TABS = 120;

/** Somebody at the keyboard of a page. */
export class Keyboard {
  /** How often a key was pressed beyond the words typed. */
  presses = 0;
  constructor(readonly page: Page) {}

  /** Presses keys one after another: `Tab`, `F2`, `1`. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.presses += 1;
      await this.page.keyboard.press(key);
    }
  }

  /** Types words into the field that has the focus. */
  async type(words: string): Promise<void> {
    await this.page.keyboard.type(words);
  }

  /** Types one thing into each of the fields that follow one another. */
  async fill(...each: string[]): Promise<void> {
    for (const [index, words] of each.entries()) {
      if (index > 0) await this.press('Tab');
      await this.type(words);
    }
  }

  /** Goes on with Tab until something has the focus; fails where it cannot be reached. */
  async tabTo(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return;
      await this.press('Tab');
    }
    throw new Error('Tab does not reach it');
  }

  /** Chooses among radio buttons: Tab to the group, then the arrows. */
  async choose(option: Locator): Promise<void> {
    const name = (await option.getAttribute('name')) ?? '';
    const group = this.page.locator(`input[type=radio][name="${name}"]`);
    const chosen = group.and(this.page.locator(':checked'));
    const entry = (await chosen.count()) > 0 ? chosen : group.first();
    await this.tabTo(entry);
    if (!(await entry.isChecked())) await this.press('Space');
    for (let more = await group.count(); more > 0 && !(await option.isChecked()); more -= 1)
      await this.press('ArrowDown');
    await expect(option).toBeChecked();
  }

  /** Ticks a box. */
  async tick(box: Locator): Promise<void> {
    await this.tabTo(box);
    await this.press('Space');
    await expect(box).toBeChecked();
  }

  /** Goes to a link or a button and presses Enter. */
  async enter(target: Locator): Promise<void> {
    await this.tabTo(target);
    await this.press('Enter');
  }
}
