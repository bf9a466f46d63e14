// The places of a session: who has one, who waits, who may come.

export class Registrations {
  constructor(page) {
    this.page = page;
  }

  button(name) {
    return this.page.getByRole("button", { name, exact: true });
  }

  /** How the group stands, under the title. */
  async told(words) {
    await this.page.getByText(words).first().waitFor();
  }

  /** What was just said, or stands in a status. */
  async said(words) {
    await this.page.getByRole("status").filter({ hasText: words }).first().waitFor();
  }

  /** The message to send. */
  message() {
    return this.page.getByLabel("Message à envoyer").inputValue();
  }

  async search(typed) {
    await this.page.getByLabel("Chercher par nom ou par structure").fill(typed);
  }

  /** Somebody who is found, by their family name. */
  candidate(name) {
    return this.page.getByRole("checkbox", { name: new RegExp(`^${name}`) });
  }

  /** Asks why somebody's place is given up: the dialog. */
  async leave(name) {
    await this.page.getByRole("button", { name: new RegExp(`^Annuler ou déplacer\\s: ${name}$`) }).click();
    const dialog = this.page.getByRole("dialog", { name: new RegExp(`^La place de ${name}`) });
    await dialog.waitFor();
    return dialog;
  }
}
