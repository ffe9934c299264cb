/**
 * `npm run messages`: compiles the messages of packages/spc/messages to plain functions. Needed when one changes, or a
 * language is added; a test says when it was forgotten.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parse } from 'yaml'
import { compiled } from './messages/compiled.mjs'
import type { MessageTree } from './messages/tree.ts'
import { typesOf } from './messages/typesOf.ts'

const FROM = new URL('../packages/spc/messages/', import.meta.url)
const TO = new URL('../packages/spc/src/messages/', import.meta.url)

for (const file of readdirSync(FROM)) {
  const language = basename(file, '.yaml')
  const tree = parse(readFileSync(new URL(file, FROM), 'utf8')) as MessageTree
  if (language === 'en') writeFileSync(new URL('messages.generated.ts', TO), typesOf(tree))
  writeFileSync(new URL(`${language}.generated.ts`, TO), compiled(language, tree))
  console.log(`${language}: done`)
}
