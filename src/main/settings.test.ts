import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'

const SERVER = { DATABASE_URL: 'postgres://program@there/gt', DATABASE_OWNER_URL: 'postgres://owner@there/gt' }

test('without a word: port 3000, the folder data, the demonstration trust', () => {
  expect(readSettings([], {})).toEqual({ port: 3000, folder: resolve('data'), elsewhere: null, demonstration: true })
})

const DEMONSTRATION = [
  { name: 'a folder of our own gets the fictional trust', words: [], env: {}, loads: true },
  { name: 'unless --empty', words: ['--empty'], env: {}, loads: false },
  { name: 'a server elsewhere does not', words: [], env: SERVER, loads: false },
  { name: 'unless --demo', words: ['--demo'], env: SERVER, loads: true },
]

for (const { name, words, env, loads } of DEMONSTRATION) {
  test(name, () => expect(readSettings(words, env).demonstration).toBe(loads))
}

const REFUSED = [
  { name: 'a word it does not know', words: ['--fast'], env: {}, says: '--fast' },
  { name: 'empty and demonstration at once', words: ['--empty', '--demo'], env: {}, says: 'not both' },
  { name: 'a port that is a word', words: [], env: { PORT: 'http' }, says: 'PORT is “http”' },
  { name: 'a port that is too high', words: [], env: { PORT: '70000' }, says: '65535' },
  {
    name: 'the program’s address without the owner’s',
    words: [],
    env: { DATABASE_URL: 'x' },
    says: 'DATABASE_OWNER_URL is missing',
  },
  {
    name: 'the owner’s address without the program’s',
    words: [],
    env: { DATABASE_OWNER_URL: 'x' },
    says: 'DATABASE_URL is missing',
  },
]

for (const { name, words, env, says } of REFUSED) {
  test(`refused, with what to do: ${name}`, () => expect(() => readSettings(words, env)).toThrow(says))
}
