import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { fingerprint } from './built.mjs'
import { giveUp, say } from './say.mjs'

const INPUTS = ['packages', 'LICENSE', 'tsconfig.json', 'package-lock.json', 'scripts/launch/packaged.mjs']

/**
 * Makes of each folder of `packages/` what others install, in `dist/packages/NAME`: modules for any browser and Node, their
 * types, README and licence. `npm pack ./dist/packages/NAME` and `npm publish ./dist/packages/NAME` take it from there.
 * Does nothing where they were made from these very sources.
 */
export async function ensurePackaged(root, node, env) {
  const made = join(root, 'dist', 'packages')
  const stamp = join(made, 'made-from')
  const inputs = fingerprint(root, INPUTS)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return
  say('Making the packages …')
  rmSync(made, { recursive: true, force: true })
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const done = spawnSync(node, [tsc, '-p', join('packages', 'tsconfig.declarations.json')], {
    cwd: root,
    env,
    stdio: 'inherit',
  })
  if (done.status !== 0) giveUp('The types of the packages could not be made; the message stands above.')
  for (const name of packageNames(root)) await makePackage(root, name)
  rmSync(join(made, 'declarations'), { recursive: true })
  writeFileSync(stamp, inputs)
}

export function packageNames(root) {
  return readdirSync(join(root, 'packages')).filter((name) => existsSync(join(root, 'packages', name, 'package.json')))
}

async function makePackage(root, name) {
  const [from, to] = [join(root, 'packages', name), join(root, 'dist', 'packages', name)]
  const manifest = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'))
  const sources = Object.values(manifest.exports)
  mkdirSync(to, { recursive: true })
  await bundle(
    from,
    to,
    sources.filter((source) => source.endsWith('.ts')),
    Object.keys(manifest.dependencies ?? {}),
  )
  renameSync(join(root, 'dist', 'packages', 'declarations', name, 'src'), join(to, 'types'))
  for (const source of sources.filter((one) => !one.endsWith('.ts'))) {
    copyFileSync(join(from, source), join(to, basename(source)))
  }
  copyFileSync(join(from, 'README.md'), join(to, 'README.md'))
  copyFileSync(join(root, 'LICENSE'), join(to, 'LICENSE'))
  writeFileSync(join(to, 'package.json'), `${JSON.stringify(published(manifest), null, 2)}\n`)
}

/** A module for each entry, with what they share beside them; dependencies stay imports. */
async function bundle(from, to, entries, dependencies) {
  const { build } = await import('vite')
  await build({
    configFile: false,
    root: from,
    logLevel: 'warn',
    build: {
      outDir: to,
      emptyOutDir: false,
      target: 'es2022',
      minify: false,
      lib: {
        entry: Object.fromEntries(entries.map((entry) => [moduleName(entry), join(from, entry)])),
        formats: ['es'],
      },
      rolldownOptions: { external: dependencies },
    },
  })
}

/** The package's own description, with what was made in place of its sources. */
function published({ private: _, ...manifest }) {
  const exports = Object.entries(manifest.exports).map(([name, source]) => [name, publishedExport(source)])
  return {
    ...manifest,
    exports: Object.fromEntries(exports),
    main: './index.js',
    types: './types/index.d.ts',
  }
}

function publishedExport(source) {
  if (!source.endsWith('.ts')) return `./${basename(source)}`
  const types = source.replace(/^\.\/src\//, './types/').replace(/\.ts$/, '.d.ts')
  return { types, default: `./${moduleName(source)}.js` }
}

function moduleName(source) {
  return basename(source, '.ts')
}
