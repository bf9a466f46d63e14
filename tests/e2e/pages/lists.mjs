// Editions that follow one another, and lists of places, by what a person sees and does there.
import { fileOf } from "./directory.mjs";

const OURS = "Annuaire d’essai";

/** Fictional places with nothing in common, each given by what changes from an edition to the next. */
const place = (id, nom, rest = {}) => ({
  id: String(id),
  nom,
  pivot: `9999999990${String(id).padStart(4, "0")}`,
  adresse: `${id} rue de l’Essai`,
  latitude: String(48.9 + id / 1000),
  longitude: String(2.4 + id / 1000),
  telephone: `+331990001${String(id).padStart(2, "0")}`,
  ...rest,
});

const KEPT = [place(5, "Le Hublot fictif"), place(6, "Le Phare fictif")];

/** Six places. */
export const FORMER = fileOf(
  [
    place(1, "Relais fictif du Nord"),
    place(2, "Fabrique fictive", { horaires: "Mo-Fr 09:00-12:00" }),
    place(3, "Escale fictive"),
    place(4, "Ruche inventée"),
    ...KEPT,
  ],
  { name: "2025.csv" },
);

/** Five: one changed what was corrected, one its hours, one is gone, one has another name and another identifier. */
export const NEXT = fileOf(
  [
    place(1, "Relais fictif du Nord", { telephone: "+33199000199" }),
    place(2, "Fabrique fictive", { horaires: "Mo-Fr 14:00-17:00" }),
    { ...place(4, "Grande Ruche du parc"), id: "40" },
    ...KEPT,
  ],
  { name: "2026.csv" },
);

export class Editions {
  constructor(directory) {
    this.directory = directory;
    this.page = directory.page;
  }

  importFormer() {
    return this.directory.import(FORMER, OURS);
  }

  /** Reads the next edition, and waits for the comparison. */
  async compareNext() {
    const { directory, page } = this;
    await directory.go();
    await directory.source(OURS).getByRole("link", { name: /^Remplacer/ }).click();
    await directory.at(/^Remplacer «\sAnnuaire d’essai\s»$/);
    await directory.choose(NEXT);
    await page.getByRole("button", { name: "Remplacer l’annuaire (5 lieux au lieu de 6)" }).waitFor();
  }

  async correctPhone(name, phone) {
    const { directory, page } = this;
    await directory.find(name);
    await page.getByText("Corriger cette fiche").click();
    await page.getByLabel("Téléphone", { exact: true }).fill(phone);
    await page.getByRole("button", { name: "Enregistrer les corrections" }).click();
    await page.getByText(/L’annuaire importé indique/).first().waitFor();
  }

  async note(name, words) {
    const { directory, page } = this;
    await directory.find(name);
    await page.getByText("Ajouter une note").click();
    await page.getByLabel("Note", { exact: true }).fill(words);
    await page.getByRole("button", { name: "Enregistrer la note" }).click();
    await directory.says(words);
  }

  async replace() {
    await this.directory.save.click();
    await this.directory.says("Annuaire remplacé : 5 lieux");
  }
}

/** The names of the places of the list on the screen, in order. */
export const listed = (page) => page.getByRole("rowheader").allTextContents();
