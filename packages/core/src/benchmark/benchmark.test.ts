import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activeReturn } from "./active-return.ts";
import { activeReturns } from "./active-returns.ts";
import { alpha } from "./alpha.ts";
import { battingAverage } from "./batting-average.ts";
import { beta } from "./beta.ts";
import { captureRatio } from "./capture-ratio.ts";
import { correlation } from "./correlation.ts";
import { correlationMatrix } from "./correlation-matrix.ts";
import { downAlpha } from "./down-alpha.ts";
import { downBeta } from "./down-beta.ts";
import { downCapture } from "./down-capture.ts";
import { informationRatio } from "./information-ratio.ts";
import { rollingBeta } from "./rolling-beta.ts";
import { rollingCorrelation } from "./rolling-correlation.ts";
import { rSquared } from "./r-squared.ts";
import { trackingError } from "./tracking-error.ts";
import { treynorRatio } from "./treynor-ratio.ts";
import { upAlpha } from "./up-alpha.ts";
import { upBeta } from "./up-beta.ts";
import { upCapture } from "./up-capture.ts";
import { upDownCapture } from "./up-down-capture.ts";

// Conformance metrics-generated/monthly-60-a: returns of an integer generator with seed 33, figures to 20 digits.
const asset = [
  0.01238824, -0.00960408, -0.01918322, -0.00526045, 0.00713479, 0.00774376, 0.0018503, 0.00292411, 0.01314175,
  0.01077864, -0.02551797, -0.0130878, 0.01326362, 0.0106612, 0.00792573, 0.01372088, 0.02307471, 0.02476895,
  0.03311409, 0.00558958, 0.01186642, -0.01130067, 0.02069887, 0.00647336, -0.01085011, 0.00826753, 0.01755057,
  -0.00545228, 0.0026547, 0.01200927, 0.0077584, 0.00570656, 0.0048299, 0.02317597, -0.00386988, 0.0205615, 0.01134204,
  -0.00275986, 0.01869247, 0.00844544, 0.01957791, 0.02789281, -0.00330998, 0.00290669, -0.02235883, -0.01195671,
  -0.00541222, 0.01121541, -0.00314373, -0.01018065, 0.00606827, 0.00735912, 0.00226488, 0.00456911, -0.00796722,
  0.00254291, 0.00562816, 0.02385692, 0.00210248, 0.01569307,
];
const market = [
  0.00518771, 0.00405642, -0.01485868, -0.01189649, 0.01752124, 0.01218341, 0.00688754, 0.00673587, 0.01393313,
  0.00708224, -0.00701658, 0.0009273, 0.00949618, 0.00585772, 0.0075635, 0.0068439, 0.01740863, 0.01373904, 0.01288897,
  0.00877841, 0.00899386, -0.01591886, 0.00934558, 0.00914782, -0.01630033, -0.00163724, 0.02544406, -0.00150647,
  0.00910006, 0.01618945, 0.01782046, 0.00548312, 0.01089266, 0.01528994, 0.00123538, 0.01690768, 0.02290103,
  0.00151858, 0.01857455, -0.00231443, 0.01707339, 0.02885546, 0.00084796, 0.00085772, -0.01651746, -0.00059522,
  0.00719256, -0.00240842, 0.00032717, 0.00339587, 0.00486819, 0.01717913, 0.02393038, -0.00081586, 0.00926074,
  -0.00296277, 0.00874026, 0.01324786, -0.00611829, 0.0127077,
];
const rf = [
  0.00008, 0.00008133, 0.00008266, 0.000084, 0.00008533, 0.00008666, 0.000088, 0.00008933, 0.00009066, 0.000092,
  0.00009333, 0.00009466, 0.000096, 0.00009733, 0.00009866, 0.0001, 0.00010133, 0.00010266, 0.000104, 0.00010533,
  0.00010666, 0.000108, 0.00010933, 0.00011066, 0.000112, 0.00011333, 0.00011466, 0.000116, 0.00011733, 0.00011866,
  0.00012, 0.00012133, 0.00012266, 0.000124, 0.00012533, 0.00012666, 0.000128, 0.00012933, 0.00013066, 0.000132,
  0.00013333, 0.00013466, 0.000136, 0.00013733, 0.00013866, 0.00014, 0.00014133, 0.00014266, 0.000144, 0.00014533,
  0.00014666, 0.000148, 0.00014933, 0.00015066, 0.000152, 0.00015333, 0.00015466, 0.000156, 0.00015733, 0.00015866,
];
const none = { riskFreePerPeriod: 0 };
/** Every measure of a pair of series, to try the same on each of them. */
const measures: Record<
  string,
  (
    returns: ArrayLike<number>,
    benchmark: ArrayLike<number>,
  ) => { value?: number | undefined; reason?: string | undefined }
> = {
  beta: (r, b) => beta(r, b, none),
  upBeta: (r, b) => upBeta(r, b, none),
  downBeta: (r, b) => downBeta(r, b, none),
  alpha: (r, b) => alpha(r, b, none, 12),
  upAlpha: (r, b) => upAlpha(r, b, none, 12),
  downAlpha: (r, b) => downAlpha(r, b, none, 12),
  correlation,
  rSquared,
  trackingError: (r, b) => trackingError(r, b, 12),
  informationRatio: (r, b) => informationRatio(r, b, 12),
  treynorRatio: (r, b) => treynorRatio(r, b, { riskFreeRate: 0.02 }, 12),
  captureRatio: (r, b) => captureRatio(r, b, 12),
  upCapture: (r, b) => upCapture(r, b, 12),
  downCapture: (r, b) => downCapture(r, b, 12),
  upDownCapture: (r, b) => upDownCapture(r, b, 12),
  activeReturn,
  battingAverage: (r, b) => battingAverage(r, b, "all"),
};
const rowsOf = fc.array(
  fc.tuple(fc.double({ min: -0.2, max: 0.25, noNaN: true }), fc.double({ min: -0.2, max: 0.25, noNaN: true })),
  {
    minLength: 8,
    maxLength: 60,
  },
);

describe("the measures beside a benchmark", () => {
  it("are those of the case metrics-generated/monthly-60-a", () => {
    const [riskFree, tenth] = [{ riskFreePerPeriod: rf }, { riskFreePerPeriod: 0.0001 }];
    const wanted: [{ value?: number | undefined }, number][] = [
      [beta(asset, market, none), 0.8794588073107329],
      [beta(asset, market, riskFree), 0.8795149185262722],
      [alpha(asset, market, none, 12), -0.003501963415371205],
      [alpha(asset, market, none, 12, "arithmetic"), -0.00350759690793658],
      [alpha(asset, market, tenth, 12), -0.003646138873286687],
      [alpha(asset, market, riskFree, 12, "arithmetic"), -0.0036845432696155163],
      [correlation(asset, market), 0.7247639112716112],
      [rSquared(asset, market), 0.525282727081724],
      [trackingError(asset, market, 12), 0.02992045094337135],
      [informationRatio(asset, market, 12), -0.4343336945220422],
      [treynorRatio(asset, market, { riskFreeRate: 0.02, ...none }, 12), 0.05318029144358351],
      [captureRatio(asset, market, 12), 0.824796735737715],
      [upCapture(asset, market, 12), 0.8033525810987558],
      [downCapture(asset, market, 12), 0.7556957902434921],
    ];
    for (const [{ value }, figure] of wanted) expect(Math.abs(value! / figure - 1)).toBeLessThan(1e-12);
  });

  it("stay defined at the edges: huge, tiny and opposite returns", () => {
    // Conformance metrics-edge/huge, /tiny, /opposite; source: own.
    const huge = [
      [3, -0.75, 9, -0.9, 1.5],
      [1, -0.5, 2, -0.6, 0.5],
    ] as const;
    expect(beta(...huge, none).value).toBeCloseTo(3.6059898045879355, 13);
    expect(alpha(...huge, none, 12).value! / 375.1356978914925).toBeCloseTo(1, 11);
    expect(upCapture(...huge, 12).value! / 15243.902286585366).toBeCloseTo(1, 11);
    const tiny = [
      [1e-9, -2e-9, 3e-9, 1e-9],
      [2e-9, 1e-9, 1e-9, -3e-9],
    ] as const;
    expect(beta(...tiny, none).value).toBeCloseTo(-0.05084745762711865, 12);
    expect(correlation(...tiny).value).toBeCloseTo(-0.05469028176232294, 12);
    expect(informationRatio(...tiny, 252).value).toBeCloseTo(2.5528888301902897, 10);
    const opposite = [
      [0.01, -0.02, 0.015, 0.005],
      [-0.01, 0.02, -0.015, -0.005],
    ] as const;
    expect([beta(...opposite, none).value, correlation(...opposite).value]).toEqual([-1, -1]);
  });

  it("leave a missing return out with its partner", () => {
    const withGap = (values: readonly number[], at: number, value: number) => values.toSpliced(at, 0, value);
    for (const [name, measure] of Object.entries(measures)) {
      const wanted = measure(asset, market);
      const gapped = measure(
        withGap(withGap(asset, 7, Number.NaN), 30, 0.5),
        withGap(withGap(market, 7, 0.9), 30, Number.NaN),
      );
      expect([name, gapped]).toEqual([name, wanted]);
    }
    const free = { riskFreePerPeriod: rf.map((value, i) => (i === 5 ? Number.NaN : value)) };
    const without = { riskFreePerPeriod: rf.toSpliced(5, 1) };
    expect(beta(asset, market, free)).toEqual(beta(asset.toSpliced(5, 1), market.toSpliced(5, 1), without));
  });

  it("have no value without a return, and name the reason", () => {
    for (const [name, measure] of Object.entries(measures))
      expect([name, measure([], []).reason]).toEqual([name, "too-few-observations"]);
    const few = ["beta", "alpha", "correlation", "rSquared", "trackingError", "informationRatio", "treynorRatio"];
    for (const name of few)
      expect([name, measures[name]!([0.01], [0.02]).reason]).toEqual([name, "too-few-observations"]);
    expect(captureRatio([0.01], [0.01], 252).value).toBeCloseTo(1, 12);
  });

  it("have no value beside a benchmark that stands still", () => {
    const flat = [0.01, 0.01, 0.01];
    const moving = [0.01, -0.02, 0.03];
    expect(beta(moving, flat, none).reason).toBe("no-variation");
    expect(alpha(moving, flat, none, 12).reason).toBe("no-variation");
    expect([correlation(moving, flat).reason, correlation(flat, moving).reason]).toEqual([
      "no-variation",
      "no-variation",
    ]);
    expect(informationRatio(moving, moving, 12).reason).toBe("no-variation");
    expect(trackingError(moving, moving, 12)).toEqual({ value: 0 });
    expect(downCapture(moving, flat, 12).reason).toBe("too-few-observations");
    expect(captureRatio(moving, [0, 0, 0], 12).reason).toBe("zero-denominator");
    expect(treynorRatio([0, 0, 0], moving, { riskFreeRate: 0 }, 12).reason).toBe("zero-denominator");
    expect(upDownCapture([0.01, 0], [0.02, -0.01], 12).reason).toBe("zero-denominator");
    expect(alpha([-1.5, -1.6, -1.4], moving, none, 12).reason).toBe("no-capital");
    expect(alpha([1e4, 1e4, 2e4], moving, none, 365).reason).toBe("out-of-range");
    expect(beta([1e200, -1e200], [1e200, 2e200], none).reason).toBe("out-of-range");
  });

  it("refuse lists of two lengths", () => {
    for (const measure of Object.values(measures))
      expect(() => measure([0.01, 0.02], [0.01])).toThrow(/have 2 and 1 items/);
  });

  it("follow returns made of a multiple of the benchmark and a constant", () => {
    fc.assert(
      fc.property(rowsOf, fc.double({ min: -3, max: 3, noNaN: true }), (rows, slope) => {
        const benchmark = rows.map(([, value]) => value);
        fc.pre(Math.max(...benchmark) - Math.min(...benchmark) > 1e-3);
        const returns = benchmark.map((value) => slope * value + 0.001);
        expect(beta(returns, benchmark, none).value).toBeCloseTo(slope, 9);
        expect(alpha(returns, benchmark, none, 12, "arithmetic").value).toBeCloseTo(0.012, 9);
        const pearson = Math.abs(slope) > 0.01 ? correlation(returns, benchmark).value! : 1;
        expect(Math.abs(pearson)).toBeCloseTo(1, 9);
      }),
    );
  });

  it("do not depend on the order of periods; correlation is symmetric and free of scale", () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const [r, b] = [rows.map(([value]) => value), rows.map(([, value]) => value)];
        fc.pre(Math.max(...b) - Math.min(...b) > 1e-3 && Math.max(...r) - Math.min(...r) > 1e-3);
        const forward = beta(r, b, none).value!;
        expect(Math.abs(beta(r.toReversed(), b.toReversed(), none).value! - forward)).toBeLessThan(
          1e-12 * (1 + Math.abs(forward)),
        );
        expect(correlation(b, r).value).toBeCloseTo(correlation(r, b).value!, 12);
        expect(
          correlation(
            r.map((value) => 1000 * value),
            b,
          ).value,
        ).toBeCloseTo(correlation(r, b).value!, 12);
        expect(correlation(r, r).value).toBe(1);
      }),
    );
  });
});

describe("activeReturns and activeReturn", () => {
  it("are the differences by period, and of the linked returns", () => {
    expect([...activeReturns([0.5, Number.NaN], [0.25, 0.1])]).toEqual([0.25, Number.NaN]);
    // Hand: 1.1 x 1.1 - 1 = 0.21 less 1.2 - 1 = 0.2.
    expect(activeReturn([0.1, 0.1], [0.2, 0]).value).toBeCloseTo(0.01, 15);
  });
});

describe("up and down measures", () => {
  // Hand: rising 0.01 -> 0.02, 0.03 -> 0.06 (slope 2); falling -0.01 -> 0, -0.03 -> -0.01 (slope 0.5, intercept 0.005).
  const b = [0.01, -0.01, 0.03, -0.03, 0];
  const r = [0.02, 0, 0.06, -0.01, 0.5];

  it("look at rising or falling periods alone; a benchmark that stands still is neither", () => {
    expect(upBeta(r, b, none).value).toBeCloseTo(2, 13);
    expect(downBeta(r, b, none).value).toBeCloseTo(0.5, 13);
    expect(upAlpha(r, b, none, 12, "arithmetic").value).toBeCloseTo(0, 13);
    expect(downAlpha(r, b, none, 12, "arithmetic").value).toBeCloseTo(0.06, 13);
    // (1.02 x 1.06 - 1) / (1.01 x 1.03 - 1) and -0.01 / (0.99 x 0.97 - 1), at two periods a year.
    expect(upCapture(r, b, 2).value).toBeCloseTo(0.0812 / 0.0403, 12);
    expect(downCapture(r, b, 2).value).toBeCloseTo(0.01 / 0.0397, 12);
    expect(upDownCapture(r, b, 2).value).toBeCloseTo(0.0812 / 0.0403 / (0.01 / 0.0397), 11);
  });

  it("pick periods by the benchmark itself, not by its excess return", () => {
    expect(upBeta(r, b, { riskFreePerPeriod: 0.02 }).value).toBeCloseTo(2, 12);
  });
});

describe("battingAverage", () => {
  it("is the share of periods above the benchmark: a tie is no hit, a benchmark of 0 counts as rising", () => {
    const r = [0.02, 0.01, -0.03, 0.01, 0.01];
    const b = [0.01, 0.01, -0.02, -0.01, 0];
    expect(battingAverage(r, b, "all")).toEqual({ value: 0.6 });
    expect(battingAverage(r, b, "rising").value).toBeCloseTo(2 / 3, 15);
    expect(battingAverage(r, b, "falling")).toEqual({ value: 0.5 });
    expect(battingAverage([0.1], [0.2], "falling").reason).toBe("too-few-observations");
  });
});

describe("correlationMatrix", () => {
  it("has each with each, over the periods that both know", () => {
    const gapped = [0.01, Number.NaN, 0.03, -0.01];
    const { names, cells } = correlationMatrix([
      { name: "a", returns: [0.01, 0.05, 0.03, -0.01] },
      { name: "b", returns: gapped },
      { name: "flat", returns: [0.01, 0.01, 0.01, 0.01] },
    ]);
    expect(names).toEqual(["a", "b", "flat"]);
    expect(cells.map((row) => row.map(({ value, reason }) => value ?? reason))).toEqual([
      [1, 1, "no-variation"],
      [1, 1, "no-variation"],
      ["no-variation", "no-variation", "no-variation"],
    ]);
    expect(correlationMatrix([])).toEqual({ names: [], cells: [] });
    expect(() =>
      correlationMatrix([
        { name: "a", returns: [1] },
        { name: "b", returns: [] },
      ]),
    ).toThrow(/items/);
  });
});

describe("rollingBeta and rollingCorrelation", () => {
  it("are the measures of each window, and say nothing where these have no value", () => {
    const r = asset.with(20, Number.NaN);
    const b = market.map((value, i) => (i >= 30 && i < 45 ? 0.01 : value));
    const windows = Array.from({ length: 60 - 12 + 1 }, (_, i) => [i, i + 12] as const);
    const [betas, correlations] = [rollingBeta(r, b, 12, { riskFreePerPeriod: rf }), rollingCorrelation(r, b, 12)];
    expect([betas.length, correlations.length]).toEqual([49, 49]);
    for (const [from, to] of windows) {
      const free = { riskFreePerPeriod: rf.slice(from, to) };
      const close = (value: number, wanted = Number.NaN) =>
        expect(Number.isNaN(value) ? "none" : value.toFixed(10)).toBe(
          Number.isNaN(wanted) ? "none" : wanted.toFixed(10),
        );
      close(betas[from]!, beta(r.slice(from, to), b.slice(from, to), free).value);
      close(correlations[from]!, correlation(r.slice(from, to), b.slice(from, to)).value);
    }
    expect(correlations[31]).toBeNaN();
    expect(rollingBeta([0.1], [0.1], 2, none).length).toBe(0);
    expect(() => rollingCorrelation([0.1], [], 1)).toThrow(/items/);
  });
});
