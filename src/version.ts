/** The version of this action; `package.json` says the same, and a test holds them together. */
export const version = '1.1.0'
