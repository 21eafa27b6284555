import { describe, expect, it } from '@jest/globals';
import { ROUTE_ACTIONS } from './route-actions.ts';
import { API_ROUTES } from './routes.ts';

const names = API_ROUTES.map(({ method, path }) => `${method} ${path}`);

describe('the audit log’s words for routes', () => {
  it('are there for each route that changes something', () => {
    const changing = names.filter((name) => !name.startsWith('GET '));
    expect(changing.filter((name) => ROUTE_ACTIONS[name] === undefined)).toEqual([]);
  });

  it('are for routes that exist', () => {
    expect(Object.keys(ROUTE_ACTIONS).filter((name) => !names.includes(name))).toEqual([]);
  });

  it('are another for each route, so that a line tells which it was', () => {
    const words = Object.values(ROUTE_ACTIONS);
    expect(words.filter((word, n) => words.indexOf(word) !== n)).toEqual([]);
  });
});
