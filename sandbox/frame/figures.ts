import { html, type Html } from './html.ts';

type Cell = string | Html;

/** A plain table of figures. */
export function table(heads: readonly Cell[], rows: readonly (readonly Cell[])[]): Html {
  return html`<div class="figures">
    <table>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) =>
            html`<tr>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** "₹1,050.00" */
export function rupees(paise: number): string {
  return `₹${(paise / 100).toLocaleString('en-IN', { minimumFractionDigits: 2 })}`;
}
