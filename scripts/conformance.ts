/**
 * `npm run conformance -- DIR`: every case of a folder of reference vectors through our engine.
 * Exits 1 when any differs, 2 when the folder cannot be read.
 */
import { ADAPTERS } from '../test/conformance/adapters/index.ts'
import { report } from '../test/conformance/report.ts'
import { readVectors, vectorFiles } from '../test/conformance/vectors.ts'
import { verdictOn } from '../test/conformance/verdict.ts'

const DEFAULT_FOLDER = '../shared/reference/spc'

const folder = process.argv[2] ?? DEFAULT_FOLDER
try {
  const judged = vectorFiles(folder).flatMap((file) =>
    readVectors(folder, file).map((testCase) => ({ file, testCase, verdict: verdictOn(testCase, ADAPTERS) })),
  )
  for (const line of report(judged)) console.log(line)
  process.exitCode = judged.some(({ verdict }) => verdict.outcome === 'differ') ? 1 : 0
} catch (problem) {
  console.error(`The vectors of ${folder} cannot be read: ${problem instanceof Error ? problem.message : problem}`)
  process.exitCode = 2
}
