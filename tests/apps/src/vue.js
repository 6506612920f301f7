import { createApp, h, ref } from 'vue'
import { DRAFT, SHOWN } from './shown.js'

createApp({
  setup() {
    const text = ref('first on start.example:7000')
    const items = ref(SHOWN)
    const draft = ref(DRAFT)
    window.app = {
      rewrite(next) {
        text.value = next
        items.value = [...items.value.slice(1), items.value[0]]
      },
    }
    return () =>
      h('main', [
        h('p', { id: 'status' }, ['Status: ', text.value]),
        h('ul', items.value.map((item) => h('li', { key: item }, item))),
        h('textarea', { id: 'editor', value: draft.value, onInput: (event) => (draft.value = event.target.value) }),
        h('p', `Typed: ${draft.value.length}`),
      ])
  },
  mounted: () => (window.ready = true),
}).mount('#root')
