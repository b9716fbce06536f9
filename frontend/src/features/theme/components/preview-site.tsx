type PreviewSiteProps = {
  isWide: boolean;
  /** Address of the tenant's logo, if it has one. */
  logo: string | undefined;
};

/** A page with every component that a theme colours, and the states that a mouse would bring. It is only looked at. */
export function PreviewSite({ isWide, logo }: PreviewSiteProps) {
  return (
    <div className={isWide ? 'site wide' : 'site'}>
      <div className="bar">
        {logo ? (
          <img className="logo" src={logo} alt="" />
        ) : (
          <>
            <span className="mark" />
            <strong>Your site</strong>
          </>
        )}
        {isWide && (
          <>
            <a href="#x" className="here">
              Events
            </a>
            <a href="#x">Visits</a>
            <a href="#x">About</a>
          </>
        )}
        <span className="button primary last">Sign in</span>
      </div>
      <div className="body">
        <div className="hero">
          <h3>An evening by the water</h3>
          <p className="lead">
            Quiet text beside it, and <a href="#x">a link to more</a>.
          </p>
        </div>
        <div className="row">
          <span className="button primary">Primary</span>
          <span className="button primary hover">Hovered</span>
          <span className="button primary active">Pressed</span>
          <span className="button primary focus">Focused</span>
          <span className="button secondary">Secondary</span>
          <span className="button accent">Accent</span>
          <span className="button plain">Plain</span>
        </div>
        <div className="columns">
          <div className="card">
            <h4>Reserve a seat</h4>
            <label>
              Name
              <input defaultValue="Ada Byron" />
            </label>
            <label>
              E-mail, focused
              <input className="focus" defaultValue="ada@example.com" />
            </label>
            <label>
              Seats
              <select defaultValue="2">
                <option>2</option>
              </select>
            </label>
            <span className="tick">
              <i>✓</i>
              Send me the programme
            </span>
          </div>
          <div className="columns">
            <div className="card">
              <h4>A card</h4>
              <p>
                Text on a card, with <a href="#x">the programme</a>.
              </p>
              <div className="row">
                <span className="badge success">Open</span>
                <span className="badge warning">Few left</span>
                <span className="badge danger">Sold out</span>
                <span className="badge info">New</span>
              </div>
            </div>
            <div className="card muted">Quiet text on a quiet ground.</div>
          </div>
        </div>
        <div className="columns">
          <p className="notice success">Success: your seats are kept.</p>
          <p className="notice warning">Warning: two seats are left.</p>
          <p className="notice danger">Danger: the payment failed.</p>
          <p className="notice info">Info: doors open at seven.</p>
        </div>
        <table>
          <thead>
            <tr>
              <th>Evening</th>
              <th>Seats</th>
              <th>Price</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>
                <a href="#x">Friday</a>
              </td>
              <td>24</td>
              <td>€ 18</td>
            </tr>
            <tr>
              <td>
                <a href="#x">Saturday</a>
              </td>
              <td>2</td>
              <td>€ 22</td>
            </tr>
          </tbody>
        </table>
      </div>
    </div>
  );
}
