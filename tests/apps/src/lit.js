import { css, html, LitElement } from 'lit'
import { DRAFT, SHOWN } from './shown.js'

class TestApp extends LitElement {
  static properties = { text: {}, items: {}, draft: {} }
  static styles = css`p { color: teal }`
  constructor() {
    super()
    this.text = 'first on start.example:7000'
    this.items = SHOWN
    this.draft = DRAFT
  }
  render() {
    return html`<p id="status">Status: ${this.text}</p>
      <ul>${this.items.map((item) => html`<li>${item}</li>`)}</ul>
      <textarea id="editor" .value=${this.draft} @input=${(event) => (this.draft = event.target.value)}></textarea>
      <p>Typed: ${this.draft.length}</p>`
  }
}
customElements.define('test-app', TestApp)
const app = document.createElement('test-app')
document.getElementById('root').append(app)
window.app = {
  rewrite(next) {
    app.text = next
    app.items = [...app.items.slice(1), app.items[0]]
  },
}
app.updateComplete.then(() => (window.ready = true))
