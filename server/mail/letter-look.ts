/** No pure black and no pure white: programs that turn colours round by themselves leave these readable. */
export const COLOURS = {
  page: '#f1f1f1',
  card: '#fdfdfd',
  ink: '#1f2124',
  quiet: '#5c5f62',
  line: '#c9cccf',
  link: '#0b57b7',
  button: '#26292c',
  onButton: '#f7f7f7',
  bar: '#2a6f97',
  rail: '#dfe3e8',
} as const;

/** Devanagari comes from the device, as in the app. Single quotes: it stands in attributes. */
export const FONT =
  "Inter,-apple-system,'Segoe UI',Roboto,'Noto Sans Devanagari','Nirmala UI','Kohinoor Devanagari',Arial,sans-serif";

/** Over the styles at the elements, for programs that know a dark look. */
export const DARK_STYLE = [
  ':root{color-scheme:light dark;supported-color-schemes:light dark}',
  '@media(prefers-color-scheme:dark){',
  '.page{background:#1b1c1e!important}',
  '.card{background:#262829!important;border-color:#55595d!important}',
  '.ink{color:#ececec!important}',
  '.quiet{color:#b8bbbe!important}',
  '.line{border-color:#55595d!important}',
  '.link{color:#8ab8f5!important}',
  '.button{background:#e6e6e6!important}',
  '.on-button{color:#1f2124!important}',
  '.bar{background:#6fb3d9!important}',
  '.rail{background:#45494d!important}',
  '}',
].join('');
