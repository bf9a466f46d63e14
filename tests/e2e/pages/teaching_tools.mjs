// The tool sheets, the questions about Aidants Connect and the glossary, by what they show.
import { plain } from "./screen.mjs";

/** The screens of this part, to look at and to inspect. */
export const TOOL_SCREENS = [
  { name: "outils", route: "#/outils" },
  { name: "outil-pix", route: "#/outils/pix" },
  { name: "outil-aidants-connect", route: "#/outils/aidants-connect" },
  { name: "outil-question", route: "#/outils/pix", prepare: (page) => new Tools(page).answer(0) },
  { name: "outil-inconnu", route: "#/outils/inconnu" },
  { name: "outil-papier", route: "#/outils/pix/imprimer", sheet: true },
  { name: "outils-papier", route: "#/outils/imprimer", sheet: true },
  { name: "aidants-connect-possible", route: "#/outils/aidants-connect/possible" },
  {
    name: "aidants-connect-impossible",
    route: "#/outils/aidants-connect/possible",
    prepare: (page) => new Tools(page).say(/Votre structure vous emploie/, "Non"),
  },
  { name: "lexique", route: "#/lexique", sheet: true },
  { name: "lexique-mot", route: "#/lexique/pie" },
];

export class Tools {
  constructor(page) {
    this.page = page;
    this.quiz = page.getByRole("region", { name: "Vérifier ce que l’on retient" });
    this.answerRegion = page.getByRole("region", { name: "La réponse" });
    this.words = page.locator(".word");
  }

  async go(hash) {
    await this.page.evaluate((to) => (location.hash = to), hash);
  }

  async at(heading) {
    await this.page.getByRole("heading", { level: 1, name: heading, exact: typeof heading === "string" }).waitFor();
  }

  /** The names of the sheets under a heading of the list. */
  async listed(part) {
    return (await this.page.getByRole("region", { name: part }).getByRole("heading", { level: 3 }).allTextContents()).map(plain);
  }

  /** Chooses an answer of the present question by its rank, has it checked, and says whether it was right. */
  async answer(rank) {
    await this.quiz.getByRole("radio").nth(rank).check();
    await this.quiz.getByRole("button", { name: "Vérifier" }).click();
    await this.quiz.getByRole("status").getByText(/bonne réponse/).first().waitFor();
    return plain(await this.quiz.getByRole("status").innerText());
  }

  /** Answers a question about Aidants Connect. */
  async say(question, answer) {
    await this.page.getByRole("group", { name: question }).getByLabel(answer, { exact: true }).check();
  }

  async verdict() {
    return plain(await this.answerRegion.innerText());
  }

  /** Looks for words in the glossary, and waits for what is said of them. */
  async search(words, found) {
    await this.page.getByRole("searchbox", { name: "Chercher un mot ou un sigle" }).fill(words);
    await this.page.getByText(found, { exact: true }).waitFor();
    return (await this.words.getByRole("heading").allTextContents()).map(plain);
  }
}
