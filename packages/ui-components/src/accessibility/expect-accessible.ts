import { expect, fixture } from "@open-wc/testing";
import type { TemplateResult } from "lit";

/** Fails when axe finds a violation in an element, in the light or in the dark. */
export async function expectAccessible(make: () => TemplateResult): Promise<void> {
  const root = document.documentElement;
  try {
    for (const scheme of ["light", "dark"]) {
      root.style.colorScheme = scheme;
      root.style.background = "Canvas";
      const element = await fixture<HTMLElement>(make());
      await new Promise((resolve) => setTimeout(resolve, 20));
      await expect(element).to.be.accessible();
    }
  } finally {
    root.style.colorScheme = "";
    root.style.background = "";
  }
}
