import type { ReactNode } from 'react'

interface Field {
  readonly name: string
  /** Where several fields share a name. The name when absent. */
  readonly id?: string | undefined
  readonly label: string
  readonly hint?: string | undefined
  /** What to change; stands beside the field. */
  readonly fault?: string | undefined
}

interface TextFieldProps extends Field {
  readonly value: string
  readonly type?: 'text' | 'email' | 'date' | 'search' | undefined
  readonly inputMode?: 'numeric' | 'decimal' | undefined
  readonly width?: 'short' | 'medium' | undefined
  readonly autoComplete?: string | undefined
  readonly suffix?: string | undefined
}

export function TextField({
  value,
  type = 'text',
  width,
  inputMode,
  autoComplete = 'off',
  suffix,
  ...field
}: TextFieldProps) {
  return (
    <Labelled {...field}>
      <input
        className={`gt-input${width ? ` gt-input--${width}` : ''}`}
        id={field.id ?? field.name}
        name={field.name}
        type={type}
        defaultValue={value}
        inputMode={inputMode}
        autoComplete={autoComplete}
        {...described(field)}
      />
      {suffix && <span className="gt-suffix">{suffix}</span>}
    </Labelled>
  )
}

export function TextArea({ value, rows = 3, ...field }: Field & { readonly value: string; readonly rows?: number }) {
  return (
    <Labelled {...field}>
      <textarea
        className="gt-input"
        id={field.id ?? field.name}
        name={field.name}
        rows={rows}
        defaultValue={value}
        {...described(field)}
      />
    </Labelled>
  )
}

export interface Option {
  readonly value: string
  readonly label: string
  readonly hint?: string | undefined
}

interface ChoiceProps extends Field {
  readonly value: string
  readonly options: readonly Option[]
}

export function SelectField({ value, options, ...field }: ChoiceProps) {
  return (
    <Labelled {...field}>
      <select
        className="gt-input gt-select"
        id={field.id ?? field.name}
        name={field.name}
        defaultValue={value}
        {...described(field)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

export function RadioField({
  value,
  options,
  legend,
  hint,
  fault,
  name,
}: Omit<ChoiceProps, 'label' | 'id'> & { readonly legend: string }) {
  return (
    <fieldset
      className={`gt-field gt-choices${fault ? ' gt-field--fault' : ''}`}
      id={name}
      {...described({ name, hint, fault })}
    >
      <legend className="gt-label">{legend}</legend>
      <Beside name={name} hint={hint} fault={fault} />
      {options.map((option) => (
        <label className="gt-choice" key={option.value}>
          <input type="radio" name={name} value={option.value} defaultChecked={option.value === value} />
          <span>
            {option.label}
            {option.hint && <span className="gt-choice__hint">{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

interface ErrorSummaryProps {
  /** "Nothing is saved yet" */
  readonly title: string
  /** Field name → what to change. Nothing is drawn when there is none. */
  readonly faults: Readonly<Record<string, string | undefined>>
  readonly children?: ReactNode
}

/** Stands on top of a page that was sent back: each fault is a link to its field. */
export function ErrorSummary({ title, faults, children }: ErrorSummaryProps) {
  const found = Object.entries(faults).filter((entry): entry is [string, string] => Boolean(entry[1]))
  if (found.length === 0) return null
  return (
    <div className="gt-frame" role="alert" aria-labelledby="fault-title" tabIndex={-1} data-focus>
      <h2 id="fault-title">{title}</h2>
      <ul className="gt-plain">
        {found.map(([field, message]) => (
          <li key={field}>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
      {children}
    </div>
  )
}

function Labelled({ name, id = name, label, hint, fault, children }: Field & { readonly children: ReactNode }) {
  return (
    <div className={`gt-field${fault ? ' gt-field--fault' : ''}`}>
      <label className="gt-label" htmlFor={id}>
        {label}
      </label>
      <Beside name={id} hint={hint} fault={fault} />
      {children}
    </div>
  )
}

function Beside({ name, hint, fault }: Omit<Field, 'label'>) {
  return (
    <>
      {hint && (
        <p className="gt-hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p className="gt-fault" id={`${name}-fault`}>
          {fault}
        </p>
      )}
    </>
  )
}

function described({ name, id = name, hint, fault }: Omit<Field, 'label'>) {
  const ids = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return { ...(ids && { 'aria-describedby': ids }), ...(fault && { 'aria-invalid': true as const }) }
}
