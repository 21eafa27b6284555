/** Of @zxcvbn-ts/core, as package.json pins it; a test holds the two together. */
export const ENGINE_VERSION = '4.2.0';
