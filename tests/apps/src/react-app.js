import { createElement as h, useEffect, useState } from 'react'
import { DRAFT, SHOWN } from './shown.js'

export function App() {
  const [text, rewrite] = useState('first on start.example:7000')
  const [draft, setDraft] = useState(DRAFT)
  const [items, setItems] = useState(SHOWN)
  useEffect(() => {
    window.app = {
      rewrite(next) {
        rewrite(next)
        setItems((list) => [...list.slice(1), list[0]])
      },
    }
    window.ready = true
  }, [])
  return h(
    'main',
    null,
    h('p', { id: 'status' }, 'Status: ', text, ' (', String(text.length), ' characters)'),
    h('ul', null, items.map((item) => h('li', { key: item }, item))),
    h('textarea', { id: 'editor', value: draft, onChange: (event) => setDraft(event.target.value) }),
    h('p', null, 'Typed: ', String(draft.length)),
  )
}
