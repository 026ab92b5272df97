/** What a reader presses, types into and chooses from. */
export const controlStyles = `
.needs-script { display: none; }
.has-script .needs-script { display: revert; }
.has-script .without-script { display: none; }
.has-script button.needs-script { display: inline-block; }
button, select, input { font: inherit; font-size: 0.875rem; color: var(--ink); background: var(--card); border: 1px solid var(--edge); border-radius: 6px; padding: 0.3rem 0.6rem; min-height: 2rem; }
button { cursor: pointer; white-space: nowrap; }
button:hover, select:hover { border-color: var(--link); }
.toolbar { position: sticky; top: 0; z-index: 2; background: var(--page); border-bottom: 1px solid var(--line); padding-block: 0.6rem; margin-bottom: 0.5rem; }
.has-script .toolbar.needs-script { display: block; }
.controls { display: flex; flex-wrap: wrap; gap: 0.4rem 0.6rem; align-items: end; }
.controls label { display: grid; font-size: 0.75rem; color: var(--quiet); min-width: 0; }
.controls select { max-width: 8.75rem; }
.controls .find { flex: 1 1 10rem; }
.controls .find input { width: 100%; }
.controls .buttons { display: flex; gap: 0.4rem; margin-left: auto; }
.controls select:has(option:checked:not([value=""])) { border-color: var(--link); border-width: 2px; font-weight: 600; }
.left { display: none; margin-top: 0.45rem; font-size: 0.875rem; font-variant-numeric: tabular-nums; }
.is-narrowed .left { display: block; }
.left button { margin-left: 0.5rem; }
.is-empty main > section { display: none; }
.is-empty .left::before { content: "Nothing matches. "; font-weight: 600; }
.is-narrowed main > section[data-whole] { display: none; }
summary[data-hits]::after { content: attr(data-hits); margin-left: 0.6rem; padding: 0 0.5rem; border-radius: 99px; background: var(--info-tint); color: var(--link); font-size: 0.8125rem; font-weight: 400; }
dialog { color: var(--ink); background: var(--card); border: 1px solid var(--edge); border-radius: 10px; padding: 1.25rem 1.5rem; max-width: min(30rem, 92vw); }
dialog::backdrop { background: rgb(0 0 0 / 0.45); }
dialog form > * + * { margin-top: 0.9rem; }
.matrix tbody:not(:has(tr[data-row]:not([hidden]))) { display: none; }
section:has(> .finding):not(:has(> .finding:not([hidden]))) { display: none; }
section:has(> .list > [data-item]):not(:has(> .list > [data-item]:not([hidden]))) { display: none; }
section:has(> .operation):not(:has(> .operation:not([hidden]))) { display: none; }
@media (max-width: 46rem) {
  .toolbar { position: static; }
  .controls label { flex: 1 1 8rem; }
  .controls select { max-width: none; width: 100%; }
}
`;
