// Every screen, as it first shows: nothing for axe to find, in light, dark, print and at 320 px.
import { inspect } from "./harness/inspect.mjs";
import { journey } from "./harness/journey.mjs";
import { SCREENS } from "./pages/screens.mjs";

for (const screen of SCREENS) {
  journey(`l’écran ${screen.name} est accessible`, { route: screen.route }, async ({ page }) => {
    await screen.prepare?.(page);
    await inspect(page, screen.name);
  });
}
