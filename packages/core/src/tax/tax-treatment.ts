/**
 * How tax law looks at an account: `taxable`; `registered`, free of tax or with rules of its own (ISA, SIPP, RRSP, TFSA,
 * IRA), where gains are not reported but purchases may deny a loss; `affiliated`, of a spouse or one's own company.
 */
export type TaxTreatment = (typeof taxTreatments)[number];

/** Every treatment of an account. */
export const taxTreatments = ["taxable", "registered", "affiliated"] as const;
