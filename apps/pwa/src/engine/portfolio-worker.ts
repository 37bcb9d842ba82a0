import { expose, transfer } from "comlink";
import type { PerformanceRequest } from "./engine-protocol.ts";
import { PortfolioEngine } from "./portfolio-engine.ts";

/** The engine with its columns handed over, not copied: they were made for this answer alone. */
class WorkerEngine extends PortfolioEngine {
  override async performance(request: PerformanceRequest): ReturnType<PortfolioEngine["performance"]> {
    const snapshot = await super.performance(request);
    return transfer(snapshot, [snapshot.days.buffer, snapshot.values.buffer, snapshot.netContributions.buffer]);
  }
}

expose(new WorkerEngine());
