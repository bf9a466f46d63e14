// Every screen worth looking at: `cargo xtask pictures` photographs them, and the inspection passes over them.

/**
 * - `name`: the picture's file name; `route`: its address;
 * - `prepare(page)`: what to do there before looking; `sheet`: true when it is made to be printed.
 */
export const SCREENS = [
  { name: "accueil", route: "#/" },
  { name: "annuaire-vide", route: "#/annuaire" },
  { name: "donnees", route: "#/donnees" },
  { name: "aide", route: "#/aide" },
  { name: "preferences", route: "#/preferences" },
  { name: "confidentialite", route: "#/confidentialite" },
  { name: "accessibilite", route: "#/accessibilite" },
  {
    name: "secours",
    route: "#/",
    prepare: (page) => page.evaluate(() => dispatchEvent(new CustomEvent("reperes:stopped", { detail: "essai" }))),
  },
];
