// Any screen of the application: where it is, what is pressed on it, what it says.

/** A text with every space made plain. */
export const plain = (text) => text.replace(/\s+/g, " ").trim();

export class Screen {
  constructor(page) {
    this.page = page;
  }

  /** Goes to an address, as a link would. */
  async go(hash) {
    await this.page.evaluate((to) => (location.hash = to), hash);
  }

  /** Waits for the screen of this title. */
  async at(name) {
    await this.page.getByRole("heading", { level: 1, name, exact: typeof name === "string" }).waitFor();
  }

  async press(name) {
    await this.page.getByRole("button", { name, exact: typeof name === "string" }).click();
  }

  /** Waits until this is said. */
  async said(words) {
    await this.page.getByRole("status").filter({ hasText: words }).first().waitFor();
  }
}

/** Presses a button twice in one breath, before what the first press asks could be stored. */
export async function pressTwice(button) {
  await button.evaluate((it) => [1, 2].forEach(() => it.click()));
}
