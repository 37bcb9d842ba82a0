import "@portfolio/ui-components";
import { portfolioClient } from "../engine/portfolio-client.ts";
import { registerServiceWorker } from "../shell/register-service-worker.ts";
import { startRouter } from "../state/router.ts";
import { AppState } from "../state/app-state.ts";
import { applyToDocument } from "../state/view-settings.ts";
import "../shell/app-shell.ts";

const state = new AppState(portfolioClient());
applyToDocument(state.view);
startRouter(state);
document.querySelector("portfolio-app")!.state = state;
void state.client.subscribe((engine) => {
  if (engine.portfolio === state.view.portfolio) state.follow(engine);
});
void state.open(state.view.portfolio);
void registerServiceWorker(state);
