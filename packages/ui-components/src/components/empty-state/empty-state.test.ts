import { expect, fixture, html } from "@open-wc/testing";
import { expectAccessible } from "../../accessibility/expect-accessible.ts";
import "./empty-state.ts";

const make = () =>
  html`<portfolio-empty-state heading="No holdings yet" text="They appear with the first purchase."
    ><button slot="actions">Import a file</button></portfolio-empty-state
  >`;

describe("<portfolio-empty-state>", () => {
  it("is accessible", () => expectAccessible(make));

  it("shows heading, sentence and actions", async () => {
    const element = await fixture(make());
    expect(element.shadowRoot?.querySelector('[part="heading"]')?.textContent).to.equal("No holdings yet");
    const slot = element.shadowRoot?.querySelector<HTMLSlotElement>('slot[name="actions"]');
    expect(slot?.assignedElements()).to.have.length(1);
  });
});
