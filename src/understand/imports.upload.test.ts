import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Problem } from '#platform/errors.ts'
import { purgeReceived, receiveFile } from '#understand/imports.upload.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'upload-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

function formWith(file: File | null): Request {
  const body = new FormData()
  body.set('note', 'not a file')
  if (file) body.set('file', file)
  return new Request('http://localhost/imports/new', { method: 'POST', body })
}

test('a file of a form lands in a private file, byte for byte', async () => {
  const received = await receiveFile(formWith(new File(['month,falls\nJun 26,4\n'], 'falls.csv')), folder)
  expect(received.name).toBe('falls.csv')
  expect(await readFile(received.path, 'utf8')).toBe('month,falls\nJun 26,4\n')
  expect((await stat(received.path)).mode & 0o777).toBe(0o600)
})

const refused = [
  { name: 'a form without a file', file: null, code: 'invalid', says: 'Choose a file first.' },
  { name: 'an empty file', file: new File([], 'empty.csv'), code: 'invalid', says: '“empty.csv” is empty' },
  {
    name: 'a file beyond the limit',
    file: new File(['x'.repeat(3_000_000)], 'big.csv'),
    code: 'too-large',
    says: 'larger than 2 MB',
  },
]
for (const { name, file, code, says } of refused) {
  test(`${name} is refused and leaves nothing behind`, async () => {
    const error = await receiveFile(formWith(file), folder, 2 * 1024 * 1024).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Problem)
    expect(error).toMatchObject({ code, message: expect.stringContaining(says) })
    expect(await readdir(folder)).toEqual([])
  })
}

test('an upload that breaks off leaves nothing behind', async () => {
  const boundary = 'edge'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="half.csv"\r\n\r\nmonth,falls\n`
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(head))
      controller.error(new Error('connection lost'))
    },
  })
  const request = new Request('http://localhost/', {
    method: 'POST',
    body,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    duplex: 'half',
  } as RequestInit)
  await expect(receiveFile(request, folder)).rejects.toThrow()
  expect(await readdir(folder)).toEqual([])
})

test.each([
  ['without the end of its parts', 'multipart/form-data'],
  ['that ends in the middle of a part', 'multipart/form-data; boundary=edge'],
])('a form %s did not arrive whole, and leaves nothing behind', async (_, type) => {
  const body = '--edge\r\nContent-Disposition: form-data; name="file"; filename="half.csv"\r\n\r\nmonth,falls\n'
  const request = new Request('http://localhost/', { method: 'POST', body, headers: { 'content-type': type } })
  const error = await receiveFile(request, folder).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Problem)
  expect(error).toMatchObject({ code: 'invalid', message: 'The file did not arrive whole. Bring it again.' })
  expect(await readdir(folder)).toEqual([])
})

test('what an ended run left behind is purged at start, and a missing folder is no fault', async () => {
  for (const name of ['left-over', 'in-use']) await writeFile(join(folder, name), 'x')
  const isInUse = (name: string) => name === 'in-use'
  await purgeReceived(folder, isInUse)
  expect(await readdir(folder)).toEqual(['in-use'])
  await purgeReceived(join(folder, 'not there'), isInUse)
})
