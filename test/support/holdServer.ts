// A program of its own that runs a database server in a folder until its standard input ends: for tests that need a
// second process, one that is killed, or one of another user. Prints the address of its database first.
import { once } from 'node:events'
import { startServer } from '#platform/postgres/server.ts'

const server = await startServer(process.argv[2]!)
console.log(server.url('postgres'))
process.stdin.resume()
await once(process.stdin, 'end')
await server.stop()
process.exit(0)
