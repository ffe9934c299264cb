// A program that takes in one figure after another, each an import of its own, and says the number of each once it is
// committed. It is killed in the middle: that is what it is for.
import { createOrganisation } from '#organisation/organisation.store.ts'
import { openDatabase } from '#platform/database.pg.ts'
import { startInstallation } from '#platform/installation.ts'
import { readMigrations } from '#platform/migrations.ts'
import { takeInFigure } from './figures.ts'

const [folder, first] = process.argv.slice(2)
const installation = await startInstallation(folder!, readMigrations('migrations'))
const database = await openDatabase(installation.urls.program)
const organisation =
  (await database.organisationOfHost('localhost')) ??
  (await createOrganisation(database, { code: 'TST', name: 'Test Trust', fictional: false }))

for (let number = Number(first); ; number++) {
  await database.as(organisation, (db) => takeInFigure(db, number))
  console.log(number)
}
