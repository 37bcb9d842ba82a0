import { affectedFigures } from "../issues/affected-figures.ts";
import { issuePlaces } from "../issues/issue-places.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Issue } from "../outcome/issue.ts";
import type { IncompleteFigure } from "./holding-snapshot.ts";

/** What gain and returns are made of. */
const shown = ["totalValue", "netContribution", "income"] as const;

/** Which figures of a range issues leave incomplete. Cost: O(issues), and one walk over all transactions when there are any. */
export function incompletePerformance(ledger: Ledger, issues: readonly Issue[]): IncompleteFigure[] {
  return issuePlaces(ledger, issues).flatMap(({ issue: { code, source, date }, kind }) => {
    const figures = affectedFigures(code, kind);
    return shown
      .filter((figure) => figures.includes(figure))
      .map((figure) => ({ figure, issue: code, source, ...(date === undefined ? {} : { date }) }));
  });
}
