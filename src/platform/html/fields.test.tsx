import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { ErrorSummary, RadioField, SelectField, TextArea, TextField } from '#platform/html/fields.tsx'

const html = (element: ReactElement) => renderToStaticMarkup(element)

describe('a field', () => {
  test('is named by its label', () => {
    const text = html(<TextField name="code" label="Its code" value="" />)
    expect(text).toContain('<label class="gt-label" for="code">Its code</label>')
    expect(text).toMatch(/id="code".* name="code"/)
  })

  test('is described by its hint and its fault, and says that it is wrong', () => {
    const text = html(<TextArea name="why" label="Why" hint="One sentence" fault="Say why" value="" />)
    expect(text).toContain('aria-describedby="why-hint why-fault"')
    expect(text).toContain('aria-invalid="true"')
    expect(text).toContain('<p class="gt-fault" id="why-fault">Say why</p>')
    expect(text).toContain('gt-field--fault')
  })

  test('without a fault has neither mark', () => {
    expect(html(<TextField name="a" label="A" value="" />)).not.toMatch(/aria-invalid|fault|describedby/)
  })

  test('may share its name and have an id of its own', () => {
    const text = html(<TextField name="target" id="targets.1" label="Target" fault="Not a number" value="x" />)
    expect(text).toContain('for="targets.1"')
    expect(text).toMatch(/id="targets.1".* name="target"/)
    expect(text).toContain('aria-describedby="targets.1-fault"')
  })

  test('holds what was typed as text, whatever it is', () => {
    expect(html(<TextField name="a" label="A" value={'"><b>'} />)).toContain('value="&quot;&gt;&lt;b&gt;"')
    expect(html(<TextArea name="a" label="A" value="</textarea>" />)).toContain('&lt;/textarea&gt;')
  })
})

test('a choice shows what is chosen', () => {
  const options = [
    { value: 'a', label: 'First' },
    { value: 'b', label: 'Second', hint: 'the usual one' },
  ]
  expect(html(<SelectField name="s" label="S" value="b" options={options} />)).toContain(
    '<option value="b" selected="">Second</option>',
  )
  const radios = html(<RadioField name="r" legend="Which?" value="b" options={options} />)
  expect(radios).toContain('<legend class="gt-label">Which?</legend>')
  expect(radios.match(/checked=""/g)).toHaveLength(1)
  expect(radios).toContain('the usual one')
})

describe('the summary of faults', () => {
  test('leads from each fault to its field, and takes the focus', () => {
    const text = html(<ErrorSummary title="Nothing is saved yet" faults={{ code: 'Type a code', name: undefined }} />)
    expect(text).toContain('role="alert"')
    expect(text).toContain('<h2 id="fault-title">Nothing is saved yet</h2>')
    expect(text.match(/<li>/g)).toHaveLength(1)
    expect(text).toContain('<a href="#code">Type a code</a>')
  })

  test('is not drawn where there is none', () => {
    expect(html(<ErrorSummary title="Nothing is saved yet" faults={{ code: undefined }} />)).toBe('')
  })
})
