import { spawnSync } from 'node:child_process'

/** Browser tests run what was built: from these very sources. */
export function setup(): void {
  const built = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' })
  if (built.status !== 0) throw new Error('The build failed')
}
