/** The look of all pages behind links. A page may add to it. */
export const LINK_PAGE_STYLE = `
:root{color-scheme:light dark;--ink:#1a1a1a;--soft:#5c5f62;--page:#f1f1f1;--card:#fff;--line:#c9cccf;--good:#0c5132;--careful:#5e4200;--bad:#8e0b21;--action:#1a1a1a;--on:#fff}
@media(prefers-color-scheme:dark){:root{--ink:#ececec;--soft:#b5b5b5;--page:#1a1a1a;--card:#262626;--line:#616161;--good:#7ed6a5;--careful:#f5c451;--bad:#ff9aa8;--action:#ececec;--on:#1a1a1a}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.6 Inter,-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Noto Sans Devanagari','Nirmala UI',sans-serif}
main{max-width:40rem;margin:0 auto;padding:1.5rem 1rem 3rem}
header{display:flex;justify-content:space-between;align-items:baseline;gap:1rem;margin-bottom:1rem}
h1{font-size:1.5rem;line-height:1.3;margin:0}
h2{font-size:1.125rem;line-height:1.4;margin:1rem 0 .25rem}
p{margin:.25rem 0}
.card{background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:1rem;margin-top:1rem;overflow-wrap:anywhere}
label,legend{font-weight:600;padding:0}
fieldset{border:0;margin:1rem 0 0;padding:0}
fieldset label{font-weight:400;display:inline-flex;align-items:center;gap:.5rem;min-height:2.75rem;margin-inline-end:1rem}
.row{display:flex;flex-wrap:wrap;gap:.5rem;margin:.5rem 0}
.row input{flex:1 1 14rem;min-width:0;font:1.125rem/1.5 ui-monospace,Consolas,monospace;padding:.5rem .75rem;border:1px solid var(--soft);border-radius:.5rem;background:var(--card);color:var(--ink)}
button{font:inherit;padding:.5rem 1rem;border:1px solid var(--action);border-radius:.5rem;background:var(--action);color:var(--on);cursor:pointer;min-height:2.75rem}
button.plain{background:var(--card);color:var(--ink)}
button:disabled{opacity:.6;cursor:default}
:focus-visible{outline:3px solid #005bd3;outline-offset:2px}
.hint{color:var(--soft);font-size:.9375rem}
.good{color:var(--good)}.careful{color:var(--careful)}.bad{color:var(--bad)}
dl{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:.25rem 1rem;margin:.75rem 0 0}
dt{color:var(--soft)}dd{margin:0}
ul{margin:.25rem 0;padding-inline-start:1.25rem}
form>button,.card>p+button{margin-top:1rem}
`.trim();
