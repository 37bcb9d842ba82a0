import type { ColumnMapping } from "@portfolio/core/intake";
import { css, type CSSResultGroup, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ifDefined } from "lit/directives/if-defined.js";
import type { ImportOutcome, ImportPreview, ImportResult } from "../../engine/engine-protocol.ts";
import { appIcon } from "../../appearance/app-icon.ts";
import { pageStyles } from "../../appearance/page-styles.ts";
import { type AppState, today } from "../../state/app-state.ts";
import { attempt } from "../../state/attempt.ts";
import { navigate } from "../../state/router.ts";
import { StateController } from "../../state/state-controller.ts";
import { exampleFile } from "./example-file.ts";
import { isExport } from "./is-export.ts";
import { unknownKinds } from "./unknown-kinds.ts";
import "./column-mapping-step.ts";
import "./import-review.ts";
import "./known-formats.ts";

const steps = ["File", "Columns", "Review", "Done"] as const;
type Step = (typeof steps)[number];

/** Above this the file is not even read into memory. */
const largestFile = 64 * 1024 * 1024;
/** Rows in which words for kinds are looked for; more distinct words than a person can answer stand in fewer. */
const mostRefused = 5000;
/** An import is one transaction of the database; what failed after it cannot be told from here. */
const allOrNothing = "Its rows are stored all together or not at all; the Transactions page shows whether they are.";

/**
 * @summary Brings a broker's file in: file, columns, review, done. Nothing is stored before the button; all of it can be undone.
 */
@customElement("portfolio-import-page")
export class ImportPage extends LitElement {
  static override styles: CSSResultGroup = [
    pageStyles,
    css`
      .steps {
        display: flex;
        gap: var(--pf-space-4);
        flex-wrap: wrap;
        font: var(--pf-type-strong);
        color: var(--pf-color-text-muted);
      }
      .steps li {
        display: flex;
        align-items: center;
        gap: var(--pf-space-2);
      }
      .steps .number {
        display: grid;
        place-items: center;
        inline-size: 1.6rem;
        block-size: 1.6rem;
        border-radius: var(--pf-radius-full);
        border: 1px solid var(--pf-color-border);
        font: var(--pf-type-label);
      }
      .steps [aria-current] {
        color: var(--pf-color-text);
      }
      .steps [aria-current] .number {
        background: var(--pf-color-accent);
        border-color: var(--pf-color-accent);
        color: var(--pf-color-on-accent);
      }
      .steps .past .number {
        background: var(--pf-color-accent-soft);
        border-color: transparent;
        color: var(--pf-color-accent);
      }
      .drop {
        display: grid;
        justify-items: center;
        gap: var(--pf-space-3);
        text-align: center;
        padding: var(--pf-space-14) var(--pf-space-6);
        border: 2px dashed var(--pf-color-border-control);
        border-radius: var(--pf-radius-card);
        background: var(--pf-color-surface);
      }
      .drop.over {
        border-color: var(--pf-color-accent);
        background: var(--pf-color-accent-soft);
      }
      .drop .mark {
        color: var(--pf-color-accent);
      }
      .live:not(:has(*)) {
        display: none;
      }
      .done {
        max-inline-size: 38rem;
        display: grid;
        gap: var(--pf-space-4);
      }
    `,
  ];

  @property({ attribute: false }) state!: AppState;
  @state() private step: Step = "File";
  @state() private preview: ImportPreview | undefined = undefined;
  @state() private outcome: ImportOutcome | undefined = undefined;
  @state() private fault: string = "";
  @state() private isBusy: string = "";
  @state() private isOver: boolean = false;
  /** Kept so that the columns can be chosen again without dropping the file once more. */
  #file: File | undefined = undefined;
  @state() private mapping: ColumnMapping | undefined = undefined;
  @state() private unknownKinds: readonly string[] = [];
  #visits: number | undefined = undefined;

  constructor() {
    super();
    new StateController(this, () => this.state);
  }

  /** The menu leads to a new import once the last one is done; one under way stays. */
  override willUpdate(): void {
    const isAskedAgain = this.#visits !== undefined && this.#visits !== this.state.visits;
    this.#visits = this.state.visits;
    if (isAskedAgain && this.step === "Done") this.#restart();
  }

  override render(): TemplateResult {
    return html`<div class="stack">
      ${this.#steps()}
      <div class="live" role="alert">
        ${
          this.fault === ""
            ? nothing
            : html`<div class="note error">
                ${appIcon("alert")}
                <p>${this.fault}</p>
              </div>`
        }
      </div>
      <div class="live" role="status">
        ${this.isBusy === "" ? nothing : html`<div class="note plain"><p>${this.isBusy}</p></div>`}
      </div>
      ${this.#body()}
    </div>`;
  }

  #steps(): TemplateResult {
    const now = steps.indexOf(this.step);
    return html`<ol class="steps" aria-label="Steps of the import">
      ${steps.map(
        (step, i) =>
          html`<li class=${i < now ? "past" : ""} aria-current=${ifDefined(i === now ? "step" : undefined)}>
            <span class="number">${i < now ? appIcon("check", 14) : i + 1}</span>${step}
          </li>`,
      )}
    </ol>`;
  }

  #body(): TemplateResult | typeof nothing {
    switch (this.step) {
      case "File":
        return this.#dropZone();
      case "Columns":
        return html`<portfolio-column-mapping-step
          .state=${this.state}
          .preview=${this.preview!}
          .chosen=${this.mapping}
          .unknownKinds=${this.unknownKinds}
          @portfolio-mapping=${this.#map}
          @portfolio-restart=${this.#restart}
        ></portfolio-column-mapping-step>`;
      case "Review":
        return html`<portfolio-import-review
          .state=${this.state}
          .preview=${this.preview!}
          @portfolio-select-rows=${this.#select}
          @portfolio-change-columns=${this.#changeColumns}
          @portfolio-commit=${this.#commit}
          @portfolio-restart=${this.#restart}
        ></portfolio-import-review>`;
      case "Done":
        return this.#done();
    }
  }

  #dropZone(): TemplateResult {
    return html`<section
      class=${this.isOver ? "drop over" : "drop"}
      aria-label="Choose a file"
      @dragover=${this.#over}
      @dragleave=${() => (this.isOver = false)}
      @drop=${this.#drop}
    >
      <span class="mark">${appIcon("file", 32)}</span>
      <h2>Drop a broker's CSV here</h2>
      <p class="muted">
        It is read on this device and nothing is stored before you say so. An export of this app (.json) is restored at
        once, into an empty portfolio.
      </p>
      <label class="button primary"
        >Choose a file<input
          class="visually-hidden"
          type="file"
          accept=".csv,.txt,.tsv,.json,.ofx,.qfx,text/csv,application/json"
          @change=${this.#choose}
      /></label>
      <portfolio-known-formats .state=${this.state}></portfolio-known-formats>
      <button class="quiet" @click=${() => this.#read(exampleFile())}>Try it with an example file</button>
    </section>`;
  }

  #done(): TemplateResult {
    const { batch } = this.outcome!;
    return html`<section class="card done" aria-label="Imported">
      <div class="row"><span class="chip ready">${appIcon("check", 14)} Imported</span></div>
      <h2>${batch.transactionCount} transactions of ${batch.fileName} are in</h2>
      <p class="muted">
        Prices and exchange rates are fetched where there is a network. The whole import can be undone now, or later on
        the Transactions page.
      </p>
      <div class="row">
        <a class="button primary" href="/">See the dashboard</a>
        <a class="button" href="/holdings">See the holdings</a>
        <button @click=${this.#undo}>${appIcon("undo", 16)} Undo import</button>
        <button class="quiet" @click=${this.#restart}>Import another file</button>
      </div>
    </section>`;
  }

  #over(event: DragEvent): void {
    event.preventDefault();
    this.isOver = true;
  }

  #drop(event: DragEvent): void {
    event.preventDefault();
    this.isOver = false;
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) void this.#read(file);
  }

  #choose(event: Event): void {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = "";
    if (file !== undefined) void this.#read(file);
  }

  async #read(file: File, mapping?: ColumnMapping): Promise<void> {
    this.fault = "";
    if (isExport(file)) return this.#restore(file);
    if (file.size > largestFile) {
      this.fault = `${file.name} has ${Math.round(file.size / 1e6)} MB; files up to ${largestFile / 1024 / 1024} MB can be read. Export a shorter range and import the parts one after another.`;
      return;
    }
    this.isBusy = `Reading ${file.name}…`;
    this.#file = file;
    this.mapping = mapping;
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (this.preview !== undefined) await this.state.client.cancelImport(this.preview.token);
      const preview = await this.state.client.readImport({
        bytes,
        fileName: file.name,
        today: today(),
        importId: crypto.randomUUID(),
        ...(mapping === undefined ? {} : { mapping }),
      });
      this.#follow(preview, mapping !== undefined);
    } catch (error) {
      this.fault = `${file.name} could not be read: ${error instanceof Error ? error.message : String(error)} Nothing was stored.`;
    } finally {
      this.isBusy = "";
    }
  }

  /** An export comes back whole, into a portfolio that holds nothing yet. */
  async #restore(file: File): Promise<void> {
    this.isBusy = `Restoring ${file.name}…`;
    const { failure } = await attempt(`${file.name} could not be restored`, async () =>
      this.state.client.restoreExport(await file.text()),
    );
    this.isBusy = "";
    if (failure !== undefined) {
      this.fault = `${failure} Nothing was changed.`;
      return;
    }
    this.state.say({ text: `${file.name} was restored` });
    void this.state.refreshPrices();
    navigate(this.state, "dashboard");
  }

  #follow(preview: ImportPreview, isMapped: boolean): void {
    this.preview = preview;
    const isTable = preview.header.length > 1 && preview.sampleRows.length > 0;
    if (preview.format === undefined && !isTable) {
      const reason =
        preview.fileIssues[0]?.message ?? "It holds no rows that can be read. Export it again, or choose another file.";
      this.fault = `${preview.fileName}: ${reason} Nothing was stored.`;
      this.step = "File";
    } else {
      this.step = preview.format === undefined && !isMapped ? "Columns" : "Review";
    }
  }

  /** Back to the columns, as they were chosen, with the words that no kind is known for. */
  async #changeColumns(): Promise<void> {
    const { token } = this.preview!;
    const { answer: rows } = await this.state.write("The rows could not be read again", () =>
      this.state.client.importRows(token, "error", 0, mostRefused),
    );
    if (rows === undefined) return;
    this.unknownKinds = unknownKinds(rows);
    this.step = "Columns";
  }

  #map(event: CustomEvent<ColumnMapping>): void {
    if (this.#file !== undefined) void this.#read(this.#file, event.detail);
  }

  async #select(
    event: CustomEvent<{ indexes: readonly number[]; isSelected: boolean; filter?: ImportResult }>,
  ): Promise<void> {
    const { indexes, isSelected } = event.detail;
    const { answer } = await this.state.write("The choice of rows could not be changed", () =>
      this.state.client.selectImportRows(this.preview!.token, indexes, isSelected),
    );
    // A refused choice leaves a box that shows what was not taken: it is drawn anew either way.
    this.preview = answer ?? { ...this.preview! };
  }

  async #commit(): Promise<void> {
    const { token, selectedCount } = this.preview!;
    this.isBusy = `Storing ${selectedCount} rows…`;
    const { answer, failure } = await attempt("The import could not be finished", () =>
      this.state.client.commitImport(token, new Date().toISOString()),
    );
    this.isBusy = "";
    this.fault = failure === undefined ? "" : `${failure} ${allOrNothing}`;
    if (answer === undefined) return this.#lookAgain(token);
    this.outcome = answer;
    this.preview = undefined;
    this.step = "Done";
    void this.state.refreshPrices();
  }

  /** After a refusal the rows stand against the portfolio as it is now. */
  async #lookAgain(token: string): Promise<void> {
    const { answer } = await attempt("", () => this.state.client.selectImportRows(token, [], true));
    if (answer !== undefined) this.preview = answer;
  }

  async #undo(): Promise<void> {
    const { answer: count } = await this.state.write("The import could not be undone", () =>
      this.state.client.undoImport(this.outcome!.batch.id),
    );
    if (count === undefined) return;
    this.state.say({ text: `Import undone: ${count} transactions taken out` });
    this.#restart();
  }

  #restart(): void {
    if (this.preview !== undefined) void this.state.client.cancelImport(this.preview.token);
    this.preview = undefined;
    this.outcome = undefined;
    this.mapping = undefined;
    this.unknownKinds = [];
    this.fault = "";
    this.step = "File";
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portfolio-import-page": ImportPage;
  }
}
