/** What a long form adds to the look of pages behind links. */
export const FORM_STYLE = `
textarea,.name{display:block;width:100%;margin:.25rem 0 .5rem;padding:.5rem .75rem;font:inherit;border:1px solid var(--soft);border-radius:.5rem;background:var(--card);color:var(--ink)}
textarea{min-height:5rem;resize:vertical}
label.over{display:block;font-weight:400;margin-top:.5rem}
.acts{display:flex;flex-wrap:wrap;gap:.5rem;margin-top:1rem}
.count{color:var(--soft);margin:0}
progress{width:100%;height:.5rem;accent-color:var(--action)}
.card>fieldset:first-child{margin-top:0}
.said{white-space:pre-wrap}
.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
dl.one{grid-template-columns:minmax(0,1fr)}
dl.one dd{margin-bottom:.75rem}
`.trim();
