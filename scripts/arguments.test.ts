import { describe, expect, it } from '@jest/globals';
import { parseStartArguments, parseTestArguments } from './steps/arguments.mjs';

describe('npm start', () => {
  it('takes nothing and means the ordinary', () => {
    expect(parseStartArguments([], '/repo')).toEqual({
      reset: false,
      watch: false,
      real: false,
      json: false,
      data: '/repo/.data',
      ports: { app: 3000, admin: 4000, https: 4443, operator: 3001 },
    });
  });

  it.each([
    [['--reset'], { reset: true }],
    [['--watch', '--json'], { watch: true, json: true }],
    [['--real'], { real: true }],
    [['--data', 'other'], { data: '/repo/other' }],
    [['--data', '/tmp/x'], { data: '/tmp/x' }],
    [
      ['--port', '8080', '--admin-port', '8081', '--https-port', '8443'],
      { ports: { app: 8080, admin: 8081, https: 8443, operator: 3001 } },
    ],
  ])('%j', (words, expected) => {
    expect(parseStartArguments(words, '/repo')).toMatchObject(expected);
  });

  it.each([
    [['--rest'], 'There is no option --rest.'],
    [['reset'], 'There is no option reset.'],
    [['--data'], '--data needs a folder.'],
    [['--data', '--reset'], '--data needs a folder.'],
    [['--port'], '--port needs a port from 1 to 65535.'],
    [['--port', '0'], '--port needs a port from 1 to 65535.'],
    [['--port', '65536'], '--port needs a port from 1 to 65535.'],
    [['--admin-port', '80.5'], '--admin-port needs a port from 1 to 65535.'],
  ])('%j is refused', (words, sentence) => {
    expect(() => parseStartArguments(words, '/repo')).toThrow(sentence);
  });
});

describe('npm test', () => {
  it.each([
    [[], { setupOnly: false, jest: [], isProjectChosen: false }],
    [['--setup-only'], { setupOnly: true, jest: [], isProjectChosen: false }],
    [['core/gst', '-t', 'gstin'], { setupOnly: false, jest: ['core/gst', '-t', 'gstin'], isProjectChosen: false }],
    [['--selectProjects', 'web'], { setupOnly: false, jest: ['--selectProjects', 'web'], isProjectChosen: true }],
    [['--selectProjects=web'], { setupOnly: false, jest: ['--selectProjects=web'], isProjectChosen: true }],
  ])('%j', (words, expected) => {
    expect(parseTestArguments(words)).toEqual(expected);
  });
});
