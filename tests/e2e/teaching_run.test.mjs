// The run-sheet: where one is, how late, what follows; kept through a reload and the machine's sleep, and shown to the room.
import { journey } from "./harness/journey.mjs";
import { RUN as ROUTE, withDay as stored } from "./pages/teaching_curriculum.mjs";

const morning = { prepare: ({ page }) => page.clock.install({ time: "2022-03-01T08:50:00+01:00" }) };

async function withDay(page) {
  await stored(page);
  await page.getByRole("heading", { level: 1, name: "Déroulé de la journée" }).waitFor();
}

const said = (page, words) => page.getByText(words).first().waitFor();
const start = (page, title) => page.getByRole("button", { name: new RegExp(`^(Commencer|Passer à)\\s*:\\s*${title}$`) }).first().click();

journey("la journée se suit à l’horloge, rechargée ou endormie", morning, async ({ page }) => {
  await withDay(page);
  await said(page, /La journée n’a pas commencé\. Fin prévue à 11\sh\s15/);
  await page.clock.fastForward("00:15:00");
  await start(page, "Accueil fictif");
  await said(page, /^5\smin de retard\. Fin attendue à 11\sh\s20/);
  await said(page, /Commence à l’instant, reste 30\smin|Depuis \d+\smin, reste \d+\smin/);

  await page.clock.fastForward("00:12:00");
  await said(page, /Depuis 12\smin, reste 18\smin/);
  await page.reload();
  await said(page, /Depuis 12\smin, reste 18\smin/);

  // The machine slept for an hour: the clock jumps, nothing else moved.
  await page.clock.fastForward("01:00:00");
  await said(page, /dépassé de 42\smin/);
  await said(page, /^47\smin de retard\. Fin attendue à 12\sh\s02/);

  await start(page, "Réseau fictif");
  await said(page, /Jusqu’à 11\sh\s02/);
  const first = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: /^Accueil fictif/ }) });
  await first.getByText(/Commencé à 9\sh\s05\s*: 1\sh\s12, 42\smin de plus que prévu/).waitFor();
  await page.getByRole("button", { name: "Annuler", exact: true }).click();
  await said(page, /dépassé de 42\smin/);

  await start(page, "Réseau fictif");
  await page.clock.fastForward("00:45:00");
  await start(page, "Pix fictif");
  await page.clock.fastForward("01:00:00");
  await page.getByRole("button", { name: "Noter la fin de la journée" }).click();
  await said(page, /La journée est finie\. Elle s’est terminée à 12\sh\s02\s*: 47\smin plus tard que prévu\./);
});

journey("la salle voit l’heure et la séquence, sans aucun nom", morning, async ({ page, context }) => {
  await withDay(page);
  await start(page, "Accueil fictif");
  const wall = await context.newPage();
  await wall.goto(page.url().replace(/#.*/, `${ROUTE}/ecran`));
  await wall.getByRole("heading", { level: 1, name: "Accueil fictif" }).waitFor();
  await wall.getByText("Écran public").waitFor();
  await wall.getByText(/Ensuite\s*: Réseau fictif \(Faire réseau, 45\smin\)/).waitFor();
  await start(page, "Réseau fictif");
  await wall.getByRole("heading", { level: 1, name: "Réseau fictif" }).waitFor();
  await wall.close();
});
