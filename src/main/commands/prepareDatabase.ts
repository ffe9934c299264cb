import type { Command } from '#main/commands/command.ts'
import { databaseSql, newPasswords, OWNER_ROLE, PROGRAM_ROLE, rolesSql } from '#platform/postgres/roles.ts'

const DATABASE = 'golden_thread'

export const prepareDatabase: Command = {
  name: 'database prepare',
  takes: '',
  does: 'prints the SQL that makes the two roles and the database on a PostgreSQL server of your own',
  async run(_words, { print }) {
    const roles = newPasswords()
    for (const line of [
      '-- For the superuser of a PostgreSQL server, 15 or newer; pipe it into psql. The passwords are new with each run of this command.',
      ...[...rolesSql(roles), ...databaseSql(DATABASE)].map((statement) => `${statement};`),
      '',
      '-- Then start Golden Thread with these two (put the name and port of your server in place of localhost:5432):',
      `-- DATABASE_URL=postgres://${PROGRAM_ROLE}:${roles.programPassword}@localhost:5432/${DATABASE}`,
      `-- DATABASE_OWNER_URL=postgres://${OWNER_ROLE}:${roles.ownerPassword}@localhost:5432/${DATABASE}`,
    ]) {
      print(line)
    }
  },
}
