import SwaggerUIBundle from 'swagger-ui-dist/swagger-ui-bundle.js'
import 'swagger-ui-dist/swagger-ui.css'
import { around } from './page.js'

const element = around(document.getElementById('root'))
element.removeAttribute('style')
element.id = 'swagger'
SwaggerUIBundle({
  domNode: element,
  spec: {
    openapi: '3.0.0',
    info: { title: 'Ports', version: '1', description: 'Answers on http://api.example:8081/ only.' },
    servers: [{ url: 'http://127.0.0.1:8082/v1' }],
    paths: { '/ports': { get: { summary: 'All ports of metrics.example:9100', responses: { 200: { description: 'ok' } } } } },
  },
  onComplete: () => setTimeout(() => (window.ready = true), 300),
})
