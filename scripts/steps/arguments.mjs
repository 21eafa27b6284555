import { isAbsolute, resolve } from 'node:path';
import { StepError } from './step.mjs';

const START_HELP = `npm start [-- OPTIONS]
  --reset          forget all data of this folder first
  --watch          restart the server and rebuild the pages when a file changes (npm run dev)
  --data FOLDER    where the data lies (default .data)
  --port N         the app's port (default 3000, or the next free one); --admin-port N (4000), --https-port N (4443)
  --real           no sandbox: talk to Shopify itself (what \`shopify app dev\` runs)
  --json           say when all is ready in one line of JSON, for programs`;

/**
 * @typedef {{ reset: boolean, watch: boolean, real: boolean, json: boolean, data: string,
 *   ports: { app: number, admin: number, https: number, operator: number } }} StartArguments
 */

/**
 * @param {readonly string[]} words
 * @param {string} root relative folders start here
 * @returns {StartArguments}
 */
export function parseStartArguments(words, root) {
  const parsed = {
    reset: false,
    watch: false,
    real: false,
    json: false,
    data: resolve(root, '.data'),
    ports: { app: 3000, admin: 4000, https: 4443, operator: 3001 },
  };
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === '--help') throw new StepError('Nothing was started.', { exitCode: 0, details: START_HELP });
    else if (word === '--reset') parsed.reset = true;
    else if (word === '--watch') parsed.watch = true;
    else if (word === '--real') parsed.real = true;
    else if (word === '--json') parsed.json = true;
    else if (word === '--data') parsed.data = folder(words[(index += 1)], root);
    else if (word === '--port') parsed.ports.app = port(word, words[(index += 1)]);
    else if (word === '--admin-port') parsed.ports.admin = port(word, words[(index += 1)]);
    else if (word === '--https-port') parsed.ports.https = port(word, words[(index += 1)]);
    else if (word === '--operator-port') parsed.ports.operator = port(word, words[(index += 1)]);
    else throw new StepError(`There is no option ${word}.`, { exitCode: 2, details: START_HELP });
  }
  return parsed;
}

function folder(word, root) {
  if (word === undefined || word.startsWith('--')) throw new StepError('--data needs a folder.', { exitCode: 2 });
  return isAbsolute(word) ? word : resolve(root, word);
}

function port(option, word) {
  const number = Number(word);
  if (!Number.isInteger(number) || number < 1 || number > 65_535) {
    throw new StepError(`${option} needs a port from 1 to 65535.`, { exitCode: 2 });
  }
  return number;
}

/**
 * The options of `npm test` that are ours; all others are jest's.
 *
 * @param {readonly string[]} words
 */
export function parseTestArguments(words) {
  const jest = words.filter((word) => word !== '--setup-only');
  return {
    setupOnly: jest.length !== words.length,
    jest,
    /** The caller chose the projects: then one run, as asked. */
    isProjectChosen: jest.some((word) => word.startsWith('--selectProjects') || word.startsWith('--ignoreProjects')),
  };
}
