import { createElement as h } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { App } from './react-app.js'

hydrateRoot(document.getElementById('root'), h(App), {
  onRecoverableError: (error) => console.error('hydration', error.message),
})
