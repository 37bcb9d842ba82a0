import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { dateRange, within, type DateRange } from "../../../../plugins/app/answers/date-range.ts";
import { keepUntil } from "../../../../plugins/app/answers/keep-until.ts";
import type { Found } from "../../../../plugins/app/quotes/find-answer.ts";
import {
  priceHistoryAnswerSchema,
  priceHistoryParamsSchema,
  priceHistoryQuerySchema,
  type PriceHistoryAnswer,
  type SourcePriceHistory,
} from "../../../../schemas/price-history.ts";
import { problemAnswers } from "../../../../schemas/problem.ts";
import { canonicalSymbol } from "../../../../schemas/symbol.ts";

function toAnswer({ entry, source, stale, attempts }: Found<SourcePriceHistory>, range: DateRange): PriceHistoryAnswer {
  const { finalAt: _, ...history } = entry.value;
  return {
    ...history,
    closes: within(history.closes, range),
    dividends: within(history.dividends, range),
    // Later splits are in the closes already, so whoever restores traded closes needs them beyond the range's end.
    splits: within(history.splits, { from: range.from, to: undefined }),
    source,
    adjustment: "split",
    receivedAt: new Date(entry.receivedAt).toISOString(),
    stale,
    attempts,
  };
}

/** GET /api/v1/price-history/:symbol: split-adjusted daily closes with dividends and splits. */
export const priceHistoryRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const schema = {
    summary: "Daily closes, dividends and splits",
    description:
      "Closes are restated for splits, not for dividends. Splits after `to` are included, since the closes contain them.",
    tags: ["market"],
    security: [{ bearer: [] }],
    params: priceHistoryParamsSchema,
    querystring: priceHistoryQuerySchema,
    response: { 200: priceHistoryAnswerSchema, ...problemAnswers },
  };
  app.get("/price-history/:symbol", { schema }, async ({ params, query }, reply) => {
    const range = dateRange(query, app.now());
    const found = await app.marketData.history(canonicalSymbol(params.symbol), query.source);
    keepUntil(reply, found.entry.expiresAt, app.now());
    return toAnswer(found, range);
  });
};
