import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const FOLDER = join(dirname(import.meta.dirname), '.github/ISSUE_TEMPLATE')

const words = v.pipe(v.string(), v.minLength(1))
const asked = { label: words, description: v.optional(words), placeholder: v.optional(words) }
const field = {
  id: v.pipe(v.string(), v.regex(/^[\w-]+$/)),
  validations: v.optional(v.strictObject({ required: v.boolean() })),
}

/** What GitHub takes of an issue form; with any other key it shows none of it. */
const Form = v.strictObject({
  name: words,
  description: words,
  labels: v.optional(v.array(words)),
  body: v.array(
    v.variant('type', [
      v.strictObject({ type: v.picklist(['input', 'textarea']), ...field, attributes: v.strictObject(asked) }),
      v.strictObject({
        type: v.literal('dropdown'),
        ...field,
        attributes: v.strictObject({ ...asked, options: v.array(words) }),
      }),
    ]),
  ),
})

const read = (file: string): unknown => parse(readFileSync(join(FOLDER, file), 'utf8'))

test.each(readdirSync(FOLDER).filter((file) => file !== 'config.yml'))('%s is a form that GitHub shows', (file) => {
  const { body } = v.parse(Form, read(file))
  const ids = body.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('a wrong mark asks for a page and a line of text, a wrong fact for a source', () => {
  const required = (file: string) =>
    v
      .parse(Form, read(file))
      .body.filter(({ validations }) => validations?.required)
      .map(({ id }) => id)
  expect(required('wrong-mark.yml')).toEqual(expect.arrayContaining(['page', 'line']))
  expect(required('wrong-fact.yml')).toEqual(expect.arrayContaining(['source']))
})
