interface Props {
  /** What one could do then: "add a unit". */
  readonly to: string
  /** Where one comes back to. */
  readonly back: string
}

/** Stands in place of a form on a page that is for reading too, until one has chosen whom one acts as. */
export function ChooseFirst({ to, back }: Props) {
  return (
    <p className="gt-panel">
      <a href={`/acting-as?back=${encodeURIComponent(back)}`}>Choose whom you act as</a> to {to}: it is recorded with
      what you do.
    </p>
  )
}
