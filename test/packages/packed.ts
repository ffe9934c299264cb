import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PROGRAM_FOLDER } from '#platform/programFolder.ts'

/** A folder of somebody else's, with our packages installed from what `npm pack` makes of them. */
export interface Installed {
  readonly folder: string
  /** Runs a file there by plain Node; what it prints. @throws when it fails, with what it said */
  run(file: string, ...flags: readonly string[]): string
  /** Where a package's own folder is: "@golden-thread/spc", "d3-scale". */
  place(name: string): string
  remove(): void
}

/** Builds, packs and installs; from the machine alone, without a registry. */
export function installedPackages(): Installed {
  execFileSync(process.execPath, [join(PROGRAM_FOLDER, 'scripts', 'build.mjs'), '--packages'], { stdio: 'pipe' })
  const folder = mkdtempSync(join(tmpdir(), 'golden-thread-packages-'))
  const modules = join(folder, 'node_modules')
  for (const name of ['spc', 'charts']) {
    const to = join(modules, '@golden-thread', name)
    mkdirSync(to, { recursive: true })
    execFileSync('tar', ['-xzf', packed(name, folder), '-C', to, '--strip-components=1'])
  }
  symlinkSync(join(PROGRAM_FOLDER, 'node_modules', 'd3-scale'), join(modules, 'd3-scale'))
  return {
    folder,
    run: (file, ...flags) => execFileSync(process.execPath, [...flags, join(folder, file)], { encoding: 'utf8' }),
    place: (name) => join(modules, name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** The tarball that `npm pack` makes, in a folder. */
function packed(name: string, folder: string): string {
  const source = join(PROGRAM_FOLDER, 'dist', 'packages', name)
  execFileSync('npm', ['pack', source, '--pack-destination', folder, '--offline'], { stdio: 'pipe' })
  return join(folder, readdirSync(folder).find((file) => file.startsWith(`golden-thread-${name}-`))!)
}
