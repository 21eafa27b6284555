import { afterAll, expect } from '@jest/globals';

/** I2: what every object inherits is the same after each test file as before it, whatever its tests were fed. */
const INHERITED = {
  Object: Object.prototype,
  Array: Array.prototype,
  String: String.prototype,
  Function: Function.prototype,
};

const namesOf = (): Record<string, PropertyKey[]> =>
  Object.fromEntries(Object.entries(INHERITED).map(([name, prototype]) => [name, Reflect.ownKeys(prototype)]));

const before = namesOf();

afterAll(() => {
  expect(namesOf()).toEqual(before);
});
