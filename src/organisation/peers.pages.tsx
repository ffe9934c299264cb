import type { Organisation, Peer } from '#organisation/organisation.ts'

/** Other providers that national files named, to compare with. */
export function PeersPage({
  organisation,
  peers,
}: {
  readonly organisation: Pick<Organisation, 'name'>
  readonly peers: readonly Peer[]
}) {
  return (
    <>
      <h1>Peers</h1>
      {peers.length === 0 ? (
        <>
          <p className="gt-lead">
            There is nobody to compare with yet. Bring a national file: every provider in it that is not{' '}
            {organisation.name} becomes a peer.
          </p>
          <a className="gt-button" href="/imports/new">
            Bring a file
          </a>
        </>
      ) : (
        <>
          <p className="gt-lead">
            {peers.length === 1 ? 'One other provider' : `${peers.length} other providers`} from the national files that
            you brought. Their figures stand beside yours only when you ask for them.
          </p>
          <table className="gt-table">
            <caption className="gt-hidden">Peers</caption>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Code</th>
              </tr>
            </thead>
            <tbody>
              {peers.map((peer) => (
                <tr key={peer.id}>
                  <th scope="row">
                    <a href={`/overview?peer=${encodeURIComponent(peer.code)}`}>{peer.name}</a>
                  </th>
                  <td>{peer.code}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  )
}
